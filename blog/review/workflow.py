"""The workflow of articles: clinical review, then publication. Made where it is missing, never over what is there."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from blog.models import ArticleIndexPage, ClinicalReviewTask

NAME = "Clinical review, then publication"
REVIEWERS, EDITORS = "Clinical reviewers", "Editors"


def articles_workflow() -> Workflow:
    """Return the workflow of articles, made on first use."""
    workflow = Workflow.objects.filter(name=NAME).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=NAME)
        review = ClinicalReviewTask.objects.create(name="Clinical review")
        review.groups.set(Group.objects.filter(name=REVIEWERS))
        publication = GroupApprovalTask.objects.create(name="Publication")
        publication.groups.set(Group.objects.filter(name=EDITORS))
        for place, task in enumerate((review, publication)):
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=place)
    return workflow


def assign(index: ArticleIndexPage) -> None:
    """Let the articles below ``index`` pass the workflow, unless somebody has chosen another there."""
    WorkflowPage.objects.get_or_create(page=index.page_ptr, defaults={"workflow": articles_workflow()})
