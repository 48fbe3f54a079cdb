"""Model fields every room uses."""

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A StreamField whose blocks stay out of migrations: a new help text is no change of the database.

    Migrations only need to know that the column exists, so the block definitions are dropped from them.
    """

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
