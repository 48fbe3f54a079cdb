"""Telling search engines of changed addresses (indexnow.org), where the practice wants it.

Publishing writes rows once its own transaction has ended, and its failure to do so is only logged. A thread, or the
worker ``manage.py send_index_changes``, spells out parts of the tree that have moved and sends what is due.
"""
