package dev.slipway.server.personal;

import dev.slipway.model.identity.ErasureReply;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.OwnAccount;
import dev.slipway.server.publication.OwnPublications;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects and erases what all features keep about one person, each in one transaction. */
@Service
class PersonalData {
    private static final Logger log = LoggerFactory.getLogger(PersonalData.class);

    private final OwnAccount accounts;
    private final OwnPublications publications;
    private final List<PersonalRecords> features;
    private final InstantSource clock;

    PersonalData(
            OwnAccount accounts, OwnPublications publications, List<PersonalRecords> features, InstantSource clock) {
        this.accounts = accounts;
        this.publications = publications;
        this.features = features.stream()
                .sorted(Comparator.comparing(PersonalRecords::name))
                .toList();
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public AccountExport export(Caller caller) {
        Person person = person(caller);
        Map<String, List<?>> records = new LinkedHashMap<>();
        features.forEach(feature -> records.put(feature.name(), feature.of(person)));
        return new AccountExport(
                AccountExport.VERSION,
                clock.instant(),
                accounts.of(caller.account()),
                person.publications().stream()
                        .map(AccountExport.OwnPublication::of)
                        .toList(),
                records);
    }

    /**
     * The account goes last: whoever signs in meanwhile waits for the end and then begins a new one. Files are deleted by a
     * job of this transaction, which outlives a restart.
     */
    @Transactional
    public ErasureReply erase(Caller caller) {
        Person person = person(caller);
        person.publications().forEach(publication -> publications.erase(publication.id()));
        features.forEach(feature -> feature.erase(person));
        accounts.erase(caller.account());
        int erased = person.publications().size();
        log.info("An account was erased, with {} publications", erased);
        return new ErasureReply(clock.instant(), erased);
    }

    private Person person(Caller caller) {
        return new Person(caller.account(), caller.wallets(), publications.signedBy(caller.wallets()));
    }
}
