package dev.slipway.server.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.server.configuration.DataFolder;
import dev.slipway.server.configuration.DatabaseSettings;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.Secret;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One pool of connections, to the embedded PostgreSQL unless the settings name another. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int POOL = 16;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "slipway.database-url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedDatabase embeddedDatabase(DataFolder data, KeyFolder keys) {
        return EmbeddedDatabase.start(data, keys.file("postgres"));
    }

    @Bean
    FlywayMigrationStrategy migration(DataSource database) {
        return flyway -> {
            PostgresVersion.require(database);
            flyway.migrate();
        };
    }

    /** Depends on the embedded one, so it is opened after and closed before it. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("database");
        pool.setMaximumPoolSize(POOL);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        Secret url = settings.databaseUrl();
        if (url != null) {
            pool.setJdbcUrl(url.value());
        } else {
            EmbeddedDatabase database = embedded.getObject();
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
        }
        return pool;
    }
}
