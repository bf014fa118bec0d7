"""The desk: what the parts of the coder share while one report is coded."""

from __future__ import annotations

from trucewatch.coder.content import Content
from trucewatch.coder.draft import Draft
from trucewatch.coder.fields import Fields
from trucewatch.coder.people import People
from trucewatch.coder.replies import Replies
from trucewatch.coder.setting import Setting
from trucewatch.coder.telling import ActTelling
from trucewatch.coder.toll import Toll
from trucewatch.coder.voices import Voices


class Desk:
    """People, setting and the drafts so far, with the parts that work on them."""

    def __init__(self, people: People, setting: Setting) -> None:
        self.people, self.setting = people, setting
        self.drafts: list[Draft] = []
        self.voices = Voices(self)
        self.content = Content(self)
        self.fields = Fields(self)
        self.telling = ActTelling(self)
        self.toll = Toll(self)
        self.replies = Replies(self)
