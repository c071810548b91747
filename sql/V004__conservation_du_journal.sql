-- La purge du journal, au terme de sa conservation, ne relit que les lignes à effacer.

CREATE INDEX ix_journal_action_le ON journal (action, le);
