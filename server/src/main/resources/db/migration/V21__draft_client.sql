-- From which address a draft came, as a keyed hash: enough to count what one has, and to tell nobody which it is.
create table draft_client (
    publication_id uuid     primary key references publication on delete cascade,
    client_hash    char(64) not null
);

create index draft_client_of on draft_client (client_hash);
