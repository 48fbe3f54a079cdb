"""Redirects and addresses not found in the admin."""


def take_over_forms() -> None:
    """Let Wagtail's own screens for redirects, the import of a table among them, ask with our form.

    They name the form in three places and offer no setting for it.
    """
    from wagtail.contrib.redirects import views

    from .forms import AddressForm

    views.CreateView.form_class = views.EditView.form_class = views.RedirectForm = AddressForm
