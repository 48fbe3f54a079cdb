"""Requests for help: the page they are made on, what is kept of each, and for how long."""

from .limits import DailySalt, SenderCount
from .mail import Notice
from .pages import ConsultationPage
from .records import Access, ConsentWording, Erasure, Note
from .requests import ConsultationRequest, ContactBy, Discretion, Status
from .settings import ConsultationSettings

__all__ = [
    "Access",
    "ConsentWording",
    "ConsultationPage",
    "ConsultationRequest",
    "ConsultationSettings",
    "ContactBy",
    "DailySalt",
    "Discretion",
    "Erasure",
    "Note",
    "Notice",
    "SenderCount",
    "Status",
]
