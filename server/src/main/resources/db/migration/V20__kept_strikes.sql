-- Strikes of whoever erased their account, until they end: erasing is no way out of a suspension. Whose they are is a keyed
-- hash of the wallet, which cannot be turned back, and what they were for is not kept.
create table kept_strike (
    id          bigint generated always as identity primary key,
    wallet_hash text        not null check (wallet_hash ~ '^[0-9a-f]{64}$'),
    ends_at     timestamptz not null
);

create index kept_strike_wallet on kept_strike (wallet_hash);
create index kept_strike_ends on kept_strike (ends_at);

-- Tags that nobody has any more: their authors may be gone.
delete from hashtag h where not exists (select 1 from publication_hashtag p where p.hashtag_id = h.id);
