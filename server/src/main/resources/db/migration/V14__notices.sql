-- Who is told of what: endpoints of accounts and what is on its way to them.

create table webhook_endpoint (
    -- Random and never used again: its secret is derived from it and the server's key, and stands nowhere.
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    url text not null check (length(url) between 1 and 2048),
    scope text not null check (scope in ('own', 'all')),
    -- Types with spaces between them; empty means all.
    events text not null,
    created_at timestamptz not null,
    -- Of an endpoint that takes nothing: since when, and how many tries came to nothing without a break.
    failing_since timestamptz,
    failures integer not null default 0,
    disabled_at timestamptz,
    disabled_reason text,
    -- One request at a time over all servers: until then somebody else is at it. Whoever was served longest ago is next.
    busy_until timestamptz,
    check ((disabled_at is null) = (disabled_reason is null))
);

create index webhook_endpoint_account on webhook_endpoint (account_id);

-- The outbox: a row is written in the transaction of the change that it tells of.
create table webhook_delivery (
    id uuid primary key,
    number bigint generated always as identity unique,
    endpoint_id uuid not null references webhook_endpoint on delete cascade,
    event text not null,
    -- The bytes that are signed, as text.
    body text not null,
    state text not null check (state in ('waiting', 'delivered', 'dead')),
    created_at timestamptz not null,
    attempts integer not null default 0,
    last_try_at timestamptz,
    next_try_at timestamptz,
    status integer,
    answer text,
    check ((state = 'waiting') = (next_try_at is not null))
);

create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, number desc);
create index webhook_delivery_due on webhook_delivery (endpoint_id, next_try_at) where state = 'waiting';
create index webhook_delivery_created on webhook_delivery (created_at);

-- Since when files may arrive: an upload that nobody goes on with is over one day.
create table upload_opened (
    publication_id uuid primary key references publication on delete cascade,
    opened_at timestamptz not null
);

insert into upload_opened (publication_id, opened_at)
select id, now() from publication where content = 'uploading';

-- What sweeps found, one row for each.
create table file_sweep (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    abandoned integer not null,
    publications integer not null,
    strays integer not null,
    files integer not null,
    bytes bigint not null
);
