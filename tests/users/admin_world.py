"""A site in which every address of the admin leads to something, with somebody in each role.

Whoever adds an address with a new kind of argument names it in ``World.arguments``.
"""

from datetime import date

from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, UploadedFile

from blog.importing.desk.models import Batch, Document, Picture
from blog.models import ArticlePage, ReviewLink
from blog.review.workflow import assign
from blog.wordpress.models import State, WordPressImport
from hub.addresses.models import MissingAddress
from hub.consultations.models import ConsentWording, ConsultationRequest
from hub.core.models import Source
from hub.outbound.models import LinkPlace, OutboundLink
from hub.users.roles import EDITORS, REVIEWERS, TEAM, WRITERS
from search.models import Phrase, Promotion, SynonymSet
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    ConsultationPageFactory,
    DocumentFactory,
    ImageFactory,
    InvitationFactory,
    PersonPageFactory,
    StandardPageFactory,
    UserFactory,
)
from tests.helpers import stream

ANONYMOUS, NOBODY, SUPERUSER = "an anonymous visitor", "somebody without a role", "a superuser"
ROLES = [WRITERS, REVIEWERS, EDITORS, TEAM]

#: What stands in the world and nowhere else. Whoever reads one of these words has seen the thing.
DRAFT, OTHER_DRAFT = "Marmalade-draft", "Quince-draft"
PICTURE, FILE, TAG = "Marmalade-picture", "Marmalade-file", "marmalade-tag"
UPLOAD, EXPORT, PHRASE, REQUEST = "Marmalade-upload", "Marmalade-export", "marmalade-phrase", "Marmalade-seeker"
COLLEAGUE, OUTSIDER = "marmalade-colleague@example.org", "marmalade-outsider@example.org"


class World:
    """Everything an address may name, and somebody in each role."""

    def __init__(self, site, articles):
        self.site, self.index = site, articles
        self.people = {role: self._member(role) for role in ROLES}
        self.people[NOBODY] = UserFactory(username="nobody", email="nobody@example.org")
        self.people[SUPERUSER] = UserFactory(username="operator", is_superuser=True)
        self.colleague = UserFactory(username="colleague", email=COLLEAGUE)
        self._pages()
        self._library()
        self._words()
        self._imports()
        self._request()

    @staticmethod
    def _member(role):
        user = UserFactory(username=role.lower().replace(" ", "-"))
        user.groups.add(Group.objects.get(name=role))
        return user

    def _pages(self):
        home = self.site.root_page
        self.elsewhere = ArticleIndexPageFactory(parent=home, title="Elsewhere")
        self.public = ArticlePageFactory(parent=self.index, title="A public article")
        self.alias = self.public.create_alias(update_slug="an-alias")
        people = StandardPageFactory(parent=home)
        self.author = PersonPageFactory(parent=people, title="Ada Example", credentials="MSc")
        self.person = PersonPageFactory(
            parent=people, title="Ben Example", credentials="MD", account=self.people[REVIEWERS]
        )
        # Whoever signs off does it in the name of a person.
        PersonPageFactory(parent=people, title="Olga Example", account=self.people[SUPERUSER])
        assign(self.index)
        self.article = ArticlePageFactory(
            parent=self.index, title=DRAFT, slug="draft", live=False, owner=self.colleague, author=self.author
        )
        self.article.body = stream(("paragraph", "<p>Sleep comes and goes.</p>"))
        self.article.save_revision(user=self.colleague, log_action=True)
        self.workflow = self.index.get_workflow()
        self.state = self.workflow.start(self.article, self.colleague)
        self.article = ArticlePage.objects.get(pk=self.article.pk)
        self.other = ArticlePageFactory(parent=self.index, title=OTHER_DRAFT, slug="other", live=False)
        self.other.save_revision(user=self.colleague)
        self.block = ArticlePage.body.field.stream_block.child_blocks["paragraph"]
        self.link, _ = ReviewLink.make(self.article, self.person, OUTSIDER, self.colleague)
        page_type = ContentType.objects.get_for_model(ArticlePage)
        self.sessions = {
            role: EditingSession.objects.create(
                user=user, content_type=page_type, object_id=self.article.pk, last_seen_at=timezone.now()
            )
            for role, user in self.people.items()
        }

    def _library(self):
        self.image = ImageFactory(title=PICTURE, uploaded_by_user=self.colleague)
        self.image.tags.add(TAG)
        self.document = DocumentFactory(title=FILE, uploaded_by_user=self.colleague)
        self.collection = Collection.get_first_root_node().add_child(name="Marmalade-collection")
        self.uploads = {
            model: UploadedFile.objects.create(
                for_content_type=ContentType.objects.get_for_model(model),
                file=ContentFile(b"half", name="half.txt"),
                uploaded_by_user=self.people[SUPERUSER],
            )
            for model in (get_image_model(), get_document_model())
        }

    def _words(self):
        self.invitation = InvitationFactory()
        self.invitation.save_revision()
        self.source = Source.objects.create(title="A source")
        self.source.save_revision()
        self.link_out = OutboundLink.to("https://example.org/")
        self.link_out.save()
        LinkPlace.objects.create(link=self.link_out, holder=f"page:{self.public.pk}", page=self.public, path="body")
        self.synonyms = SynonymSet.objects.create(words="worry\nanxiety")
        self.promotion = Promotion.objects.create(phrases="sleep", page=self.public)
        Phrase.objects.create(text=PHRASE, week=date(2026, 1, 5), times=9)
        self.redirect = Redirect.objects.create(old_path="/old", redirect_page=self.public)
        self.missing = MissingAddress.objects.create(
            site=self.site, path="/marmalade", first_seen=date(2026, 1, 5), last_seen=date(2026, 1, 5)
        )

    def _imports(self):
        operator = self.people[SUPERUSER]
        self.batch = Batch.objects.create(owner=operator, place=self.index)
        self.upload = Document.objects.create(batch=self.batch, name=UPLOAD, state=Document.State.FAILED)
        self.picture = Picture.objects.create(
            document=self.upload,
            name="a.png",
            content_type="image/png",
            file=ContentFile(self.image.file.open().read(), name="a.png"),
        )
        self.wordpress = WordPressImport.objects.create(
            source=EXPORT, digest="0" * 64, path="", state=State.READY, made_by=operator
        )

    def _request(self):
        today = timezone.localdate()
        self.request = ConsultationRequest.objects.create(
            nonce="0" * 32,
            site=self.site,
            page=ConsultationPageFactory(parent=self.site.root_page, title="Talk to us", slug="consultation"),
            due_at=timezone.now(),
            name=REQUEST,
            contact_by="email",
            contact="seeker@example.org",
            discretion="open",
            consent=ConsentWording.of("I agree."),
            erase_on=today,
            erase_booked_on=today,
        )

    def arguments(self) -> dict[str, dict]:
        """Return what arguments stand for: under "" everywhere, then by namespace, then by name."""
        revision, person = self.article.latest_revision_id, self.colleague
        page = dict.fromkeys(("page_id", "page_to_move_id", "page_pk"), self.article.pk)
        return {
            "": {
                **page,
                "parent_page_id": self.index.pk,
                "destination_id": self.site.root_page.pk,
                "workflow_pk": self.workflow.pk,
                "workflow_state_id": self.state.pk,
                "task_state_id": self.state.current_task_state_id,
                "task_id": self.state.current_task_state.task_id,
                "revision_id": revision,
                "revision_id_a": "earliest",
                "revision_id_b": "latest",
                "collection_id": self.collection.pk,
                "image_id": self.image.pk,
                "document_id": self.document.pk,
                "doc_id": self.document.pk,
                "redirect_id": self.redirect.pk,
                "filter_spec": "max-165x165",
                "link_id": self.link.pk,
                "reference": self.request.reference,
                "batch": self.batch.pk,
                "document": self.upload.pk,
                "picture": self.picture.pk,
                "uidb64": urlsafe_base64_encode(force_bytes(person.pk)),
                "token": default_token_generator.make_token(person),
                "content_type_app_name": "blog",
                "content_type_model_name": "articlepage",
            },
            "wagtailadmin_api": {"pk": self.article.pk},
            "wagtailadmin_api:documents:detail": {"pk": self.document.pk},
            "wagtailadmin_api:images:detail": {"pk": self.image.pk},
            "wagtailadmin_pages": {"pk": self.article.pk},
            "wagtailadmin_pages:unpublish": {"page_id": self.public.pk},
            "wagtailadmin_pages:lock": {"page_id": self.other.pk},
            "wagtailadmin_pages:unlock": {"page_id": self.other.pk},
            "wagtailadmin_pages:convert_alias": {"page_id": self.alias.pk},
            "wagtailadmin_collections": {"pk": self.collection.pk},
            "wagtailadmin_workflows": {"pk": self.workflow.pk},
            "wagtaildocs": {"uploaded_file_id": self.uploads[get_document_model()].pk},
            "wagtailimages": {"uploaded_file_id": self.uploads[get_image_model()].pk},
            "wagtaildocs_chooser": {"pk": self.document.pk},
            "wagtailimages_chooser": {"pk": self.image.pk},
            "wagtailsites": {"pk": self.site.pk},
            "wagtailusers_users": {"pk": person.pk},
            "wagtailusers_groups": {"pk": Group.objects.get(name=EDITORS).pk},
            "wagtailsnippets_core_invitation": {
                "pk": self.invitation.pk,
                "revision_id": self.invitation.latest_revision_id,
            },
            "wagtailsnippetchoosers_core_invitation": {"pk": self.invitation.pk},
            "wagtailsnippets_core_source": {"pk": self.source.pk, "revision_id": self.source.latest_revision_id},
            "wagtailsnippetchoosers_core_source": {"pk": self.source.pk},
            "wagtailsnippets_search_synonymset": {"pk": self.synonyms.pk},
            "wagtailsnippetchoosers_search_synonymset": {"pk": self.synonyms.pk},
            "wagtailsnippets_search_promotion": {"pk": self.promotion.pk},
            "wagtailsnippetchoosers_search_promotion": {"pk": self.promotion.pk},
            "wordpress": {"pk": self.wordpress.pk},
            "guide:task": {"slug": "publish-an-article"},
            "links_out_check": {"pk": self.link_out.pk},
            "links_out_leave": {"pk": self.link_out.pk},
            "addresses_lead": {"pk": self.missing.pk},
            "addresses_dismiss": {"pk": self.missing.pk},
            "addresses_renaming": {"pk": self.article.pk},
        }

    def queries(self) -> dict[str, dict]:
        """Return what stands behind the question mark, by the label of addresses; the first that matches counts."""
        bulk = "wagtail_bulk_action"
        return {
            "wagtailadmin_api:pages:find": {"id": self.article.pk},
            "wagtailadmin_api:images:find": {"id": self.image.pk},
            "wagtailadmin_api:documents:find": {"id": self.document.pk},
            f"{bulk} users.*": {"id": self.colleague.pk},
            f"{bulk} core.hubimage.*": {"id": self.image.pk},
            f"{bulk} core.invitation.*": {"id": self.invitation.pk},
            f"{bulk} core.source.*": {"id": self.source.pk},
            f"{bulk} wagtaildocs.*": {"id": self.document.pk},
            f"{bulk} search.promotion.*": {"id": self.promotion.pk},
            f"{bulk} search.synonymset.*": {"id": self.synonyms.pk},
            f"{bulk} wagtailcore.page.unpublish": {"id": self.public.pk},
            f"{bulk} wagtailcore.page.*": {"id": self.article.pk},
            "wagtailadmin_choose_page_chosen_multiple": {"id": self.article.pk},
            "wagtailimages_chooser:chosen_multiple": {"id": self.image.pk},
            "wagtaildocs_chooser:chosen_multiple": {"id": self.document.pk},
            "wagtailadmin_choose_page_search": {"q": DRAFT},
            "wagtailadmin_tag*": {"term": TAG[:4]},
            "wagtailadmin_block_preview": {"id": self.block.definition_prefix},
        }

    def form(self) -> dict:
        """Return what every form is sent: enough for each to be read, right or wrong."""
        streams = "body references related buttons opening_hours profiles lines exceptions".split()
        return {
            "title": "A title",
            "name": "A name",
            **{f"{stream}-count": 0 for stream in streams},
            **{f"comments-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")},
            **{f"uploaded-document-{upload.pk}-title": "A title" for upload in self.uploads.values()},
            "new_parent_page": self.index.pk,
            "external-link-chooser-url": "https://example.org/",
        }
