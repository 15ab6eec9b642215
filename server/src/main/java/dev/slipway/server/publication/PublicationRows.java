package dev.slipway.server.publication;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.publication.ContentState;
import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The table of publications. */
interface PublicationRows extends Repository<PublicationRow, UUID> {

    PublicationRow saveAndFlush(PublicationRow row);

    Optional<PublicationRow> findById(UUID id);

    /** Until the end of the transaction nobody else changes this row, so that changes come one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select row from PublicationRow row where row.id = :id")
    Optional<PublicationRow> lock(UUID id);

    /** Two columns of one row, and none of its long texts. */
    @Query("select row.accessLevel from PublicationRow row where row.id = :id and row.content in :states")
    Optional<AccessLevel> findAccessLevel(UUID id, Collection<ContentState> states);

    Optional<PublicationRow> findByReference(String reference);

    @Query("select row.reference as reference, row.refundTo as refundTo from PublicationRow row"
            + " where row.reference in :references")
    List<RefundAddress> findRefundAddresses(Collection<String> references);

    /** One line of {@link #findRefundAddresses}. */
    record RefundAddress(String reference, String refundTo) {}

    List<PublicationRow> findByContentAndAccessLevelInOrderByPublishedAtDesc(
            ContentState content, Collection<AccessLevel> levels, Limit limit);

    long countByContent(ContentState content);

    long countByContentAndAuthorAndReferenceIsNotNull(ContentState content, String author);

    /** Passes over rows that another transaction holds: that one is being signed, or makes room for somebody else. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    Optional<PublicationRow> findFirstByContentAndReferenceIsNullOrderByCreatedAt(ContentState content);

    /** What Hibernate takes for {@code skip locked}; see its {@code LockOptions}. */
    String SKIP_LOCKED = "-2";

    List<PublicationRow> findByContentAndReferenceIsNullAndCreatedAtBeforeOrderByCreatedAt(
            ContentState content, Instant moment, Limit limit);

    List<PublicationRow> findByAuthorInAndReferenceIsNotNullOrderByCreatedAt(Collection<String> authors);

    /** Columns that nothing else may change: what was signed stays as it was signed, until it goes as a whole. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(nativeQuery = true, value = """
                    update publication set version = version + 1, author = :author, form = :form, signature = '', salt = :salt
                    where id = :id and author <> :author""")
    void forgetAuthor(UUID id, String author, String form, String salt);

    @Modifying
    @Query("delete from PublicationRow row where row.content = :content and row.reference is null")
    int deleteUnsigned(ContentState content);

    List<PublicationRow> findByContentAndTermsExpireAtBeforeOrderByTermsExpireAt(
            ContentState content, Instant moment, Limit limit);

    @Query("select row.content as content, count(row) as count from PublicationRow row group by row.content")
    List<CountOfState> countByState();

    /** One line of {@link #countByState()}. */
    record CountOfState(ContentState content, long count) {}
}
