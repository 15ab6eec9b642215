-- What the operator's program said of each sound file of a publication (docs/moderation.md).
create table sound_verdict (
    publication_id uuid not null references publication on delete cascade,
    path           text not null,
    verdict        text not null check (verdict in ('PASS', 'REVIEW', 'REFUSE')),
    reason         varchar(300),
    primary key (publication_id, path),
    check ((verdict = 'PASS') = (reason is null))
);
