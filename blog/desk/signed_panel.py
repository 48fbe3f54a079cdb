"""Fields that a sign-off fills in."""

from wagtail.admin.panels import FieldPanel


class SignedFieldPanel(FieldPanel):
    """Text instead of a field, where the form does not let it be changed."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            if self.bound_field and self.bound_field.field.disabled:
                self.bound_field, self.read_only = None, True

        @property
        def comments_enabled(self):
            return not self.read_only and super().comments_enabled
