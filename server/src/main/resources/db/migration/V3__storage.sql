-- The room that a grant gives. One conditional update of reserved_bytes decides whether another upload fits.
create table upload_grant (
    publication_id uuid primary key,
    limit_bytes    bigint not null check (limit_bytes >= 0),
    reserved_bytes bigint not null default 0 check (reserved_bytes between 0 and limit_bytes)
);

-- One tus upload. received_bytes is what is durable in the store and here; the file may be longer, and is then cut.
-- epoch grows with every connection that takes the lease: a connection whose epoch is old writes nothing any more.
create table upload (
    id               char(32)     primary key,
    publication_id   uuid         not null,
    path             varchar(80)  not null,
    metadata         varchar(4096) not null,
    declared_bytes   bigint       not null check (declared_bytes > 0),
    received_bytes   bigint       not null default 0 check (received_bytes between 0 and declared_bytes),
    object_key       varchar(120) not null unique,
    epoch            bigint       not null default 0,
    lease_until      timestamptz,
    created_at       timestamptz  not null,
    last_activity_at timestamptz  not null,
    sealed_at        timestamptz,
    unique (publication_id, path)
);
create index upload_by_activity on upload (last_activity_at);
create index upload_unfinished on upload (id) where sealed_at is null;

-- A sealed file. It is visible once verified_at is set, never before.
create table stored_artifact (
    publication_id uuid         not null,
    path           varchar(80)  not null,
    role           varchar(20)  not null,
    bytes          bigint       not null,
    sha256         char(64)     not null,
    object_key     varchar(120) not null unique,
    content_type   varchar(60)  not null,
    artifact       jsonb        not null,
    track_index    jsonb,
    verified_at    timestamptz,
    primary key (publication_id, path)
);

-- What the check of a publication's files came to. A row without verdict counts the workers that died on it.
create table verification (
    publication_id  uuid primary key,
    crashes         integer not null default 0,
    checks          jsonb,
    refusal_code    varchar(40),
    refusal_message text,
    decided_at      timestamptz
);

create table blocked_hash (
    sha256   char(64)    primary key,
    reason   text        not null,
    added_at timestamptz not null default now()
);

-- Words are kept in the folded form that texts are brought into before they are compared.
create table banned_word (
    word     varchar(60) primary key,
    language char(2)     not null,
    category varchar(20) not null
);
