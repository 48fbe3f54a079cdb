"""Who may see what readers look for."""


def may_read_phrases(user) -> bool:
    return user.has_perm("search.view_phrase")
