"""What articles are about and which phrases lead to them: worked out at publishing, never at reading."""

from django.db import models


class ArticleTerm(models.Model):
    """A word (its stem) that an article is about. ``weight``: 0 to 1, how much of the article it is."""

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="terms")
    stem = models.CharField(max_length=40, db_index=True)
    weight = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "stem"], name="one_weight_a_stem")]

    def __str__(self):
        return self.stem


class LinkPhrase(models.Model):
    """A phrase (its stems, parted by blanks) that may lead to an article. ``weight``: how surely it names it."""

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="link_phrases")
    key = models.CharField(max_length=120, db_index=True)
    weight = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="one_weight_a_phrase")]

    def __str__(self):
        return self.key


class RelatedArticle(models.Model):
    """An article whose text is near another's. ``place``: 0 is the nearest."""

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="near")
    other = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["article", "other"], name="related_once")]

    def __str__(self):
        return f"{self.article_id}: {self.other_id}"
