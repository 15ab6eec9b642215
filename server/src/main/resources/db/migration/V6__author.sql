-- Who publishes, by wallet: made with the first publication that is shown. What is told of an author comes from the
-- newest of their publications that told anything.
create table author (
    address text primary key check (address ~ '^0x[0-9a-f]{40}$'),
    created_at timestamptz not null,
    name text not null default '',
    url text not null default '',
    activity_hobbies text not null default '',
    -- A WebP file of this server's own making; what was uploaded is never shown.
    avatar bytea check (octet_length(avatar) between 1 and 65536),
    avatar_sha256 char(64),
    changed_at timestamptz,
    changed_by uuid,
    -- When that publication was drafted: an older one that is published later changes nothing.
    changed_by_drafted_at timestamptz,
    constraint avatar_whole_or_not check (num_nulls(avatar, avatar_sha256) in (0, 2)),
    constraint changed_whole_or_not check (num_nulls(changed_at, changed_by, changed_by_drafted_at) in (0, 3))
);

insert into author (address, created_at)
select author, min(published_at) from publication where published_at is not null group by author;

-- Authors' pictures on their way from the upload to the page; gone once their publication is shown or over.
create table avatar_upload (
    publication_id uuid primary key references publication on delete cascade,
    uploaded bytea not null check (octet_length(uploaded) between 1 and 65536),
    -- Made anew by the check of the files.
    checked bytea check (octet_length(checked) between 1 and 65536)
);
