"""Columns of lists and reports that show something of an article's latest draft."""

from collections.abc import Callable

from wagtail.admin.ui.tables import Column

from blog.models import DraftState

#: A column that a narrow screen does without.
EXTRA = "article-report__extra"


class DraftColumn(Column):
    """One cell of a draft. ``of`` leads from a row to its state: none before the rules have looked at it."""

    def __init__(self, name, *, of: Callable[..., DraftState | None], only_unsearched: bool = False, **kwargs):
        """``only_unsearched``: the search engine can't sort by it."""
        super().__init__(name, **kwargs)
        self.of = of
        self.only_unsearched = only_unsearched

    def get_header_context_data(self, parent_context):
        context = super().get_header_context_data(parent_context)
        if self.only_unsearched and parent_context.get("is_searching"):
            context["is_orderable"] = False
        return context

    def get_value(self, instance):
        state = self.of(instance)
        return super().get_value(state) if state else None

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"state": self.of(instance)}


class TopicsColumn(DraftColumn):
    def get_value(self, instance):
        state = self.of(instance)
        return ", ".join(topic.title for topic in state.topics.all()) if state else ""


class ReviewColumn(DraftColumn):
    """The day of the next review, and what is wrong with it."""

    cell_template_name = "blog/desk/reports/review_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        # A row is the article or its state. Nobody blames a draft for not having been reviewed yet.
        article = getattr(instance, "article", instance)
        return super().get_cell_context_data(instance, parent_context) | {"is_live": article.live}


class CountsColumn(DraftColumn):
    """How much must and should be fixed, leading to the report of what that is."""

    cell_template_name = "blog/desk/reports/counts_cell.html"


class ArticleColumn(DraftColumn):
    """The article's title and status; ``address`` returns where it leads, "" for nowhere.

    ``shows_slug`` tells apart what has the same title.
    """

    cell_template_name = "blog/desk/reports/article_cell.html"

    def __init__(self, name, *, address: Callable[[DraftState], str], shows_slug: bool = False, **kwargs):
        super().__init__(name, **kwargs)
        self.address = address
        self.shows_slug = shows_slug

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"address": self.address(self.of(instance))}
