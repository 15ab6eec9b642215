-- What a killed desk must not forget of one launch, in JSON; see JournalEntry. Never a key or a password.
create table journal (
    key        text primary key,
    folder     text    not null,
    entry      text    not null,
    changed_at integer not null
) strict;
