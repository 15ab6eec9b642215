-- A publication from draft to page. The manifest, the form and the terms are kept as they were hashed.
create table publication (
    id uuid primary key,
    version bigint not null,
    author text not null check (author ~ '^0x[0-9a-f]{40}$'),
    nonce text not null check (nonce ~ '^0x[0-9a-f]{64}$'),
    manifest bytea not null check (octet_length(manifest) <= 262144),
    form text not null,
    terms text not null,
    terms_signature text not null,
    terms_expire_at timestamptz not null,
    reference text unique check (reference ~ '^0x[0-9a-f]{64}$'),
    signature text,
    refund_to text,
    salt text,
    deadline bigint,
    content text not null,
    payment text not null,
    payment_paid numeric(78) not null,
    payment_confirmations integer not null,
    payment_transaction text,
    problem_code text,
    problem_message text,
    created_at timestamptz not null,
    published_at timestamptz,
    constraint signed_whole_or_not check (
        num_nulls(reference, signature, refund_to, salt, deadline) in (0, 5))
);

create index publication_newest on publication (published_at desc) where content = 'published';
create index publication_drafts on publication (author) where content = 'draft';
create index publication_draft_expiry on publication (terms_expire_at) where content in ('draft', 'uploading');

-- db-scheduler's queue, in the shape its version 16 asks for.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
