-- Who signs in: an account owns identities, of which the first is a wallet.
create table account (
    id uuid primary key,
    created_at timestamptz not null
);

create table account_identity (
    kind text not null check (kind in ('wallet')),
    -- Of a wallet its address in lower case.
    subject text not null,
    account_id uuid not null references account on delete cascade,
    created_at timestamptz not null,
    primary key (kind, subject)
);

create index account_identity_account on account_identity (account_id);

insert into account (id, created_at)
select gen_random_uuid(), created_at from author;

-- One account for each author who published before there were accounts.
with numbered_author as (select address, created_at, row_number() over (order by address) as number from author),
     numbered_account as (select id, row_number() over (order by id) as number from account)
insert into account_identity (kind, subject, account_id, created_at)
select 'wallet', a.address, b.id, a.created_at from numbered_author a join numbered_account b using (number);

update account set created_at = i.created_at from account_identity i where i.account_id = account.id;

-- A pair of tokens, of which only the SHA-256 is kept. Pairs that follow one another are one family: one session of a person.
create table session (
    id uuid primary key,
    family uuid not null,
    account_id uuid not null references account on delete cascade,
    access_hash char(64) not null unique,
    access_expires_at timestamptz not null,
    refresh_hash char(64) not null unique,
    refresh_expires_at timestamptz not null,
    created_at timestamptz not null,
    -- When its refresh token was used; a second use ends the family.
    refreshed_at timestamptz,
    -- When it was ended.
    ended_at timestamptz
);

create index session_family on session (family);
create index session_account on session (account_id);
create index session_refresh_expires on session (refresh_expires_at);

-- Nonces that were used, for as long as they would be good.
create table used_nonce (
    nonce text primary key,
    expires_at timestamptz not null
);

create index used_nonce_expires on used_nonce (expires_at);

-- Attempts to sign in, for limits and for whoever looks into an incident. Who asked is a keyed hash that cannot be turned back.
create table login_attempt (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    client text not null,
    outcome text not null
);

create index login_attempt_client on login_attempt (client, at);
create index login_attempt_at on login_attempt (at);
