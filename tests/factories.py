"""Pages, pictures, people and snippets for tests, each valid with no more than its place in the tree."""

import factory
from django.contrib.auth import get_user_model
from factory.django import DjangoModelFactory
from wagtail.documents import get_document_model
from wagtail_factories import PageFactory

from blog.models import ArticleIndexPage, ArticlePage, PersonPage, TopicPage
from home.models import HomePage, LocationPage, StandardPage
from hub.consultations.models import ConsultationPage
from hub.core.models import HubImage, Invitation, Source


class UserFactory(DjangoModelFactory):
    username = factory.Sequence("user{}".format)
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")

    class Meta:
        model = get_user_model()


class HomePageFactory(PageFactory):
    title = factory.Sequence("Home {}".format)

    class Meta:
        model = HomePage


class StandardPageFactory(PageFactory):
    title = factory.Sequence("Standard page {}".format)

    class Meta:
        model = StandardPage


class LocationPageFactory(PageFactory):
    title = factory.Sequence("Location {}".format)
    street = "4 Harbour Row"
    locality = "Sampleton"

    class Meta:
        model = LocationPage


class ConsultationPageFactory(PageFactory):
    title = factory.Sequence("Consultation {}".format)

    class Meta:
        model = ConsultationPage


class ArticleIndexPageFactory(PageFactory):
    title = factory.Sequence("Articles {}".format)

    class Meta:
        model = ArticleIndexPage


class TopicPageFactory(PageFactory):
    title = factory.Sequence("Topic {}".format)

    class Meta:
        model = TopicPage


class PersonPageFactory(PageFactory):
    title = factory.Sequence("Person {}".format)

    class Meta:
        model = PersonPage


class ArticlePageFactory(PageFactory):
    """``topics=[...]`` takes topic pages."""

    title = factory.Sequence("Article {}".format)

    class Meta:
        model = ArticlePage


class ImageFactory(DjangoModelFactory):
    title = factory.Sequence("Picture {}".format)
    file = factory.django.ImageField(width=12, height=8, color="teal")

    class Meta:
        model = HubImage


class DocumentFactory(DjangoModelFactory):
    title = factory.Sequence("Document {}".format)
    file = factory.django.FileField(data=b"A week of small promises", filename="promises.txt")

    class Meta:
        model = get_document_model()


class InvitationFactory(DjangoModelFactory):
    name = factory.Sequence("Invitation {}".format)
    heading = "Talk it over with somebody"
    text = "<p>A first conversation commits you to nothing.</p>"

    class Meta:
        model = Invitation


class SourceFactory(DjangoModelFactory):
    title = factory.Sequence("Source {}".format)

    class Meta:
        model = Source
