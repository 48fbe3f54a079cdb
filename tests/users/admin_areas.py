"""Who gets in where: the admin by area, one line an address or a family of them.

An address is named as its URL pattern is ("namespace:name"); addresses that share a name are told apart by what follows
it ("wagtailsettings:edit core.practice"). ``*`` stands for the rest. The last line that matches counts. Whoever adds a
view adds a line, unless its family has one; arguments that are not known yet go into ``World.arguments``.
"""

from fnmatch import fnmatchcase

from hub.users.roles import EDITORS as E
from hub.users.roles import REVIEWERS as R
from hub.users.roles import TEAM as T
from hub.users.roles import WRITERS as W
from tests.users import admin_world as words
from tests.users.admin_world import ANONYMOUS, NOBODY

NONE: set[str] = set()
STAFF = {W, R, E, T}
ANYBODY = {*STAFF, ANONYMOUS, NOBODY}

#: Superusers get in everywhere, but for what is in ``LEADS_NOWHERE``.
AREAS: list[tuple[str, set[str]]] = [
    # Signing in, and what a page needs before that.
    ("wagtailadmin_login", ANYBODY),
    ("wagtailadmin_password_reset*", ANYBODY),
    ("wagtailadmin_javascript_catalog", ANYBODY),
    ("wagtailadmin_sprite", ANYBODY),
    # One's own desk and account.
    ("wagtailadmin_home", STAFF),
    ("wagtailadmin_account", STAFF),
    ("wagtailadmin_logout", STAFF),
    ("wagtailadmin_dismissibles", STAFF),
    ("wagtailadmin_editing_sessions:release", STAFF),
    ("unnamed test404/", STAFF),
    ("unnamed ^.*/$", NONE),
    ("wagtailadmin_error_test", NONE),
    # Pages: writers and editors; reviewers read, comment on and answer what is in review.
    ("wagtailadmin_explore*", {W, E}),
    ("wagtailadmin_pages:*", {W, E}),
    ("wagtailadmin_pages:edit", {W, R, E}),
    ("wagtailadmin_pages:preview_on_edit", {W, R, E}),
    ("wagtailadmin_pages:revisions_revert", {W, R, E}),
    ("wagtailadmin_pages:view_draft", {W, R, E}),
    ("wagtailadmin_pages:confirm_workflow_cancellation", {W, R, E}),
    ("wagtailadmin_pages:workflow_history*", {W, R, E}),
    ("wagtailadmin_pages:workflow_action*", {R}),
    ("wagtailadmin_pages:collect_workflow_action_data*", {R}),
    ("wagtailadmin_pages:workflow_preview", {R}),
    ("wagtailadmin_editing_sessions:ping*", {W, R, E}),
    # Publishing and what goes with it.
    ("wagtailadmin_pages:unpublish", {E}),
    ("wagtailadmin_pages:convert_alias", {E}),
    ("wagtailadmin_pages:set_privacy", {E}),
    ("wagtailadmin_pages:set_page_position", {E}),
    ("wagtailadmin_pages:revisions_unschedule", {E}),
    ("wagtailadmin_pages:lock", {E}),
    ("wagtailadmin_pages:unlock", {E}),
    ("wagtail_bulk_action wagtailcore.page.*", {W, E}),
    ("wagtail_bulk_action wagtailcore.page.publish", {E}),
    ("wagtail_bulk_action wagtailcore.page.unpublish", {E}),
    # What an editor's form asks for: pages, links, embeds, tags.
    ("wagtailadmin_choose_page*", {W, R, E}),
    ("wagtailadmin_api:pages:*", {W, E}),
    ("wagtailadmin_api:pages:action*", NONE),
    ("wagtailadmin_tag*", {W, R, E}),
    ("wagtailembeds:*", {W, R, E}),
    ("wagtailadmin_block_preview", {W, R, E}),
    # Quality, review, links between articles.
    ("audit:check_page", {W, R, E}),
    ("quality:*", {W, R, E}),
    ("quality:create", {W, E}),
    ("quality:revoke", {E}),
    ("quality:copy_articles", {W, R, E}),
    ("quality:begin_review", {W, R, E}),
    ("quality:share_source", {W, E}),
    ("appearance:*", {W, R, E}),
    ("appearance:*create", {W, E}),
    ("article_links*", {W, E}),
    ("links_out*", {W, E}),
    # Lists and reports of articles; what is due for review concerns those who review.
    ("articles:*", {W, E}),
    ("article_reports:*", {W, E}),
    ("article_reports:review_due*", {W, R, E}),
    # Help.
    ("guide:*", STAFF),
    # Imports.
    # Another's upload is nobody's business but a superuser's.
    ("importing:*", NONE),
    ("importing:start", {W, E}),
    ("wordpress:*", {E}),
    # Pictures and documents: writers add and choose, editors change.
    ("wagtailimages:*", {E}),
    ("wagtaildocs:*", {E}),
    ("wagtail_bulk_action core.hubimage.*", {W, E}),
    ("wagtail_bulk_action wagtaildocs.document.*", {W, E}),
    ("wagtailimages:index*", {W, E}),
    ("wagtaildocs:index*", {W, E}),
    ("wagtailimages:add*", {W, E}),
    ("wagtaildocs:add*", {W, E}),
    # What somebody else has begun to upload.
    ("wagtailimages:create_multiple*", NONE),
    ("wagtaildocs:create_multiple*", NONE),
    ("wagtailimages:delete_upload*", NONE),
    ("wagtaildocs:delete_upload*", NONE),
    ("wagtailimages:url_generator*", NONE),
    ("wagtailimages_chooser:*", {W, E}),
    ("wagtaildocs_chooser:*", {W, E}),
    ("wagtailadmin_api:images:*", {W, E}),
    ("wagtailadmin_api:documents:*", {W, E}),
    ("wagtailadmin_collections:*", {E}),
    # Shared invitations: writers look and choose.
    ("wagtailsnippets:index", {W, E}),
    ("wagtailsnippets_core_invitation:*", {E}),
    ("wagtailsnippets_core_invitation:list*", {W, E}),
    ("wagtailsnippetchoosers_core_invitation:*", {W, E}),
    ("wagtail_bulk_action core.invitation.*", {E}),
    # Shared sources: writers make them, too, and editors change them.
    ("wagtailsnippets_core_source:*", {E}),
    ("wagtailsnippets_core_source:list*", {W, E}),
    ("wagtailsnippets_core_source:add", {W, E}),
    ("wagtailsnippets_core_source:copy", {W, E}),
    ("wagtailsnippets_core_source:history*", {W, E}),
    ("wagtailsnippetchoosers_core_source:*", {W, E}),
    ("wagtail_bulk_action core.source.*", {W, E}),
    # Site search, redirects, settings: editors.
    ("wagtailsnippets_search_*", {E}),
    ("wagtailsnippetchoosers_search_*", {E}),
    ("wagtailsnippetchoosers_*:create", NONE),
    ("wagtail_bulk_action search.*", {E}),
    ("search_phrase*", {E}),
    ("wagtailredirects:*", {E}),
    ("addresses_*", {E}),
    ("addresses_renaming", {W, R, E}),
    ("wagtailsettings:*", {E}),
    # Reports: of pages for those who write them, of who did what for editors.
    ("wagtailadmin_reports:*", {W, E}),
    ("wagtailadmin_reports:site_history*", {E}),
    ("wagtailadmin_reports:locked_pages*", {E}),
    # Requests for help, in confidence.
    ("consultations:*", {T}),
    ("wagtailsettings:* consultations.*", {T}),
    ("wagtailsettings:preview_on_edit*", NONE),
    # How the admin itself is set up: superusers alone.
    ("wagtailadmin_workflows:*", NONE),
    ("wagtailsites:*", NONE),
    ("wagtailusers_*", NONE),
    ("wagtail_bulk_action users.*", NONE),
]

#: Addresses that let nobody in, and why.
LEADS_NOWHERE = {
    "unnamed ^.*/$": "what Wagtail says of an address it does not know",
    "wagtailadmin_error_test": "an error on purpose",
    "wagtailadmin_api:pages:action*": "they publish past the gate, and nothing here asks for them",
    "wagtailsettings:preview_on_edit*": "no setting of ours has a preview",
    "wagtailimages:url_generator*": "switched off",
    "wagtailsnippetchoosers_*:create": "no chooser of ours makes a snippet",
}


#: Faults of Wagtail's own that only a form made by hand meets.
FAULTS = {
    "wagtailredirects:process_import": "it signs what it sends, and fails where that is missing",
    "wagtaildocs:create_multiple_from_uploaded_document": "asked for only where documents have required fields",
}

#: Who may read what stands in the world and nowhere else, at whatever address.
READERS: dict[str, set[str]] = {
    words.DRAFT: {W, R, E},
    words.OTHER_DRAFT: {W, R, E},
    words.PICTURE: {W, E},
    words.FILE: {W, E},
    words.TAG: {W, R, E},
    words.EXPORT: {E},
    words.PHRASE: {E},
    words.REQUEST: {T},
    words.UPLOAD: NONE,
    words.COLLEAGUE: NONE,
    words.OUTSIDER: NONE,
}


def who(label: str) -> set[str] | None:
    """Return the roles that an address lets in; None where the table says nothing of it."""
    found = [allowed for pattern, allowed in AREAS if fnmatchcase(label, pattern)]
    return found[-1] if found else None


def leads_nowhere(label: str) -> bool:
    return any(fnmatchcase(label, pattern) for pattern in LEADS_NOWHERE)
