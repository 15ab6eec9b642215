package dev.slipway.server.identity;

import dev.slipway.model.ethereum.Address;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, and the wallets that they own. */
@Component
class Accounts {
    private final JdbcClient database;
    private final InstantSource clock;

    Accounts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of that wallet; made when it is seen for the first time, once by however many at a time. */
    @Transactional
    public UUID of(Address wallet) {
        return find(wallet).orElseGet(() -> create(wallet));
    }

    private UUID create(Address wallet) {
        UUID fresh = UUID.randomUUID();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("insert into account (id, created_at) values (:id, :now)")
                .param("id", fresh)
                .param("now", now)
                .update();
        int added = database.sql("""
                        insert into account_identity (kind, subject, account_id, created_at)
                        values ('wallet', :wallet, :id, :now) on conflict do nothing""")
                .param("wallet", wallet.hex())
                .param("id", fresh)
                .param("now", now)
                .update();
        if (added == 1) {
            return fresh;
        }
        database.sql("delete from account where id = :id").param("id", fresh).update();
        return find(wallet).orElseThrow(() -> new IllegalStateException("an identity vanished while it was looked at"));
    }

    Optional<UUID> find(Address wallet) {
        return database.sql("select account_id from account_identity where kind = 'wallet' and subject = :wallet")
                .param("wallet", wallet.hex())
                .query(UUID.class)
                .optional();
    }

    /** In the order in which they came. */
    @Transactional(readOnly = true)
    public List<Address> wallets(UUID account) {
        return database.sql("""
                        select subject from account_identity where kind = 'wallet' and account_id = :id
                        order by created_at, subject""")
                .param("id", account)
                .query((row, number) -> new Address(row.getString(1)))
                .list();
    }
}
