-- Who opened an upload, as keyed hashes: enough to count what one wallet or one address has unfinished, and to tell nobody
-- who that is. Emptied when the files are sealed.
alter table upload
    add column wallet_hash char(64),
    add column client_hash char(64);
