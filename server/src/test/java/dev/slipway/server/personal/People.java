package dev.slipway.server.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.ObjectKey;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.SignIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with everything that the server can keep about them, in the real tables. */
final class People {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApplicationContext server;
    private final JdbcClient database;
    private final ApiClient api;
    private final int port;

    People(ApplicationContext server, JdbcClient database, ApiClient api, int port) {
        this.server = server;
        this.database = database;
        this.api = api;
        this.port = port;
    }

    record Someone(
            String name,
            OperatorKey key,
            PublicationId publication,
            Bytes32 reference,
            Bytes32 transaction,
            ObjectKey file,
            String token) {
        String wallet() {
            return key.address().hex();
        }
    }

    /** With a publication that is shown, a file, a profile, a payment and a session. */
    Someone make(String name) throws IOException, InterruptedException {
        OperatorKey key = OperatorKey.generate(RANDOM);
        Author author = new Author(server.getBean(EthereumSignatures.class), key, key.address());
        DraftReply draft = api.draft(author);
        SignatureReply signed = api.signed(author, draft);
        new PreparedPublications(server).show(draft.id());
        tell(key, name);
        Bytes32 transaction = pay(key, signed.reference());
        strike(key, draft.id(), name);
        tag(draft.id(), name + "sails");
        tag(draft.id(), "ships");
        String token = new SignIn(api, port, server.getBean(EthereumSignatures.class)).with(key);
        askedForMail(key);
        return new Someone(name, key, draft.id(), signed.reference(), transaction, store(draft.id()), token);
    }

    private void tell(OperatorKey key, String name) {
        assertThat(database.sql("""
                        update author set name = :name, url = :url, activity_hobbies = :hobbies, avatar = :avatar,
                            avatar_sha256 = :sha where address = :address""")
                        .param("name", name)
                        .param("url", "https://" + name.toLowerCase(Locale.ROOT) + ".example")
                        .param("hobbies", name + " sails")
                        .param("avatar", name.getBytes(StandardCharsets.UTF_8))
                        .param("sha", "ab".repeat(32))
                        .param("address", key.address().hex())
                        .update())
                .isEqualTo(1);
    }

    private void askedForMail(OperatorKey key) {
        database.sql("""
                        insert into notice_request (at, account_id, email_hash)
                        select now(), account_id, :hash from account_identity where subject = :wallet""")
                .param("hash", "ab".repeat(32))
                .param("wallet", key.address().hex())
                .update();
    }

    private Bytes32 pay(OperatorKey key, Bytes32 reference) {
        byte[] hash = new byte[32];
        RANDOM.nextBytes(hash);
        Bytes32 transaction = Bytes32.of(hash);
        database.sql("""
                        insert into payment_credit (chain_id, transaction_hash, log_index, reference, payer, recipient, amount,
                            succeeded, block_number, block_hash, block_time)
                        values (31337, :transaction, -1, :reference, :payer, :recipient, 1000, true, 7, :hash, now())""")
                .param("transaction", transaction.hex())
                .param("reference", reference.hex())
                .param("payer", key.address().hex())
                .param("recipient", "0x" + "22".repeat(20))
                .param("hash", transaction.hex())
                .update();
        return transaction;
    }

    /** A strike, what the author wrote against the decision, and what they were told. */
    private void strike(OperatorKey key, PublicationId id, String name) {
        database.sql("""
                        insert into author_strike (author, publication_id, category, at, ends_at)
                        values (:author, :id, 'spam', now(), now() + interval '90 days')""")
                .param("author", key.address().hex())
                .param("id", id.uuid())
                .update();
        long appeal = database.sql("""
                        insert into review_case (publication_id, kind, opened_at) values (:id, 'appeal', now())
                        returning id""").param("id", id.uuid()).query(Long.class).single();
        database.sql("""
                        insert into complaint (case_id, at, category, text, name, contact)
                        values (:appeal, now(), 'other', :text, :name, :name)""")
                .param("appeal", appeal)
                .param("text", name + " did nothing wrong")
                .param("name", name)
                .update();
        long act = database.sql("""
                        insert into moderation_act (at, case_id, publication_id, action, category)
                        values (now(), :appeal, :id, 'take-down', 'spam') returning id""")
                .param("appeal", appeal)
                .param("id", id.uuid())
                .query(Long.class)
                .single();
        database.sql("insert into moderation_statement (act_id, message) values (:act, :message)")
                .param("act", act)
                .param("message", name + " sells")
                .update();
    }

    private void tag(PublicationId id, String written) {
        database.sql("insert into hashtag (name, written) values (:name, :written) on conflict (name) do nothing")
                .param("name", written.toLowerCase(Locale.ROOT))
                .param("written", written)
                .update();
        database.sql("""
                        insert into publication_hashtag (hashtag_id, publication_id)
                        select id, :publication from hashtag where name = :name on conflict do nothing""")
                .param("publication", id.uuid())
                .param("name", written.toLowerCase(Locale.ROOT))
                .update();
    }

    private ObjectKey store(PublicationId id) throws IOException {
        ArtifactStore store = server.getBean(ArtifactStore.class);
        ObjectKey key = store.create(id, ".webp");
        store.append(key, 0, new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
        store.seal(key);
        return key;
    }
}
