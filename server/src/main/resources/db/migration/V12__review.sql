-- What a person has to look at, and what became of it (docs/moderation.md).
create table review_case (
    id             bigint generated always as identity primary key,
    publication_id uuid        not null,
    kind           varchar(20) not null
        check (kind in ('check', 'report', 'notice', 'counter-notice', 'appeal', 'moderator')),
    -- What the server found by itself: an array of {kind, detail}.
    causes         jsonb       not null default '[]',
    -- How often viewers, rights holders or the author wrote; the first of them are kept word by word.
    complaints     integer     not null default 0,
    opened_at      timestamptz not null,
    claimed_by     uuid,
    claimed_until  timestamptz,
    closed_at      timestamptz,
    outcome        varchar(20),
    constraint closed_with_outcome check (num_nulls(closed_at, outcome) in (0, 2))
);

create unique index review_case_open on review_case (publication_id, kind) where closed_at is null;
create index review_case_publication on review_case (publication_id);
create index review_case_closed on review_case (closed_at) where closed_at is not null;

-- What people wrote. Name and contact are erased some time after the case was closed.
create table complaint (
    id       bigint generated always as identity primary key,
    case_id  bigint      not null references review_case,
    at       timestamptz not null,
    category varchar(20) not null,
    text     text        not null,
    name     text,
    contact  text
);

create index complaint_case on complaint (case_id);

-- Each breach of the rules counts against its author until it ends or is withdrawn.
create table author_strike (
    id             bigint generated always as identity primary key,
    author         text        not null check (author ~ '^0x[0-9a-f]{40}$'),
    publication_id uuid        not null,
    category       varchar(20) not null,
    at             timestamptz not null,
    ends_at        timestamptz not null,
    withdrawn_at   timestamptz
);

create index author_strike_author on author_strike (author);
create unique index author_strike_once on author_strike (publication_id) where withdrawn_at is null;

-- Who did what when. Rows are added and never touched again; nothing in them is of a person but the id of an account.
create table moderation_act (
    id             bigint generated always as identity primary key,
    at             timestamptz not null,
    -- Absent where the server acted by itself.
    account_id     uuid,
    case_id        bigint,
    publication_id uuid        not null,
    action         varchar(20) not null,
    category       varchar(20),
    content_before varchar(20),
    content_after  varchar(20)
);

create index moderation_act_publication on moderation_act (publication_id);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception '% is append only', tg_table_name;
end $$;

create trigger moderation_act_is_history before update or delete or truncate on moderation_act
    for each statement execute function refuse_change_of_audit();

-- The statement of reasons that came with a decision, for the author.
create table moderation_statement (
    act_id  bigint primary key references moderation_act,
    message text not null
);
