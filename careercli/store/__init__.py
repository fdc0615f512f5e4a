"""What careercli keeps for a person: saved profiles, histories, drafts, the choice of default."""

from careercli.store.drafts import base_of, said_in
from careercli.store.letters import letter_key
from careercli.store.names import check_name
from careercli.store.saved import Store, save_profile
from careercli.store.settings import DEFAULT_PROFILE
from careercli.system.files import write_whole

__all__ = [
    "DEFAULT_PROFILE",
    "Store",
    "base_of",
    "check_name",
    "letter_key",
    "said_in",
    "save_profile",
    "write_whole",
]
