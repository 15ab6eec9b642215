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

-- Where an account wants mail; nothing is sent there before it was confirmed.
create table notice_address (
    account_id uuid primary key references account on delete cascade,
    email text not null check (length(email) <= 254),
    language text not null check (language in ('en', 'ru')),
    confirmed_at timestamptz not null
);

-- An address that waits to be confirmed, by a code of which only the SHA-256 is kept.
create table notice_confirmation (
    account_id uuid primary key references account on delete cascade,
    email text not null check (length(email) <= 254),
    language text not null check (language in ('en', 'ru')),
    code_hash char(64) not null,
    tries_left integer not null,
    expires_at timestamptz not null
);

-- Codes that were asked for within a day, for limits. The address is a keyed hash.
create table notice_request (
    at timestamptz not null,
    account_id uuid not null,
    email_hash char(64) not null
);

create index notice_request_at on notice_request (at);

-- Mail on its way. What was sent is deleted; what was given up stays for 30 days.
create table mail (
    id uuid primary key,
    account_id uuid not null references account on delete cascade,
    recipient text not null,
    subject text not null,
    body text not null,
    created_at timestamptz not null,
    attempts integer not null default 0,
    problem text,
    dead_at timestamptz
);

-- Why a job failed last; db-scheduler keeps only when and how often.
create table job_failure (
    task_name text not null,
    task_instance text not null,
    at timestamptz not null,
    problem text not null,
    primary key (task_name, task_instance)
);
