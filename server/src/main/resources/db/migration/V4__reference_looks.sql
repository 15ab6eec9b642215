-- References without a payment in a block are looked up in the node's pool in turns: the one not looked at for longest.
alter table payment_reference add column looked_at timestamptz;
