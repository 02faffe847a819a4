"""A step that cannot be taken (now, or by this person), and why."""


class RefusedError(Exception):
    """The step cannot be taken; `reason` is an attribute of the text `refused`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
