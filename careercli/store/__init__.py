"""What careercli keeps for a person: saved profiles, histories, drafts, the choice of default."""

from careercli.store.files import write_whole
from careercli.store.saved import DEFAULT_PROFILE, Migration, Store, base_of, check_name, save_profile

__all__ = ["DEFAULT_PROFILE", "Migration", "Store", "base_of", "check_name", "save_profile", "write_whole"]
