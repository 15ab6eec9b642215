package dev.slipway.server.watch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Languages of the pages, and how their scripts and styles are served. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("texts/pages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // Apostrophes are then doubled in every text, with arguments or without.
        messages.setAlwaysUseMessageFormat(true);
        // The machine's own language is nobody's wish.
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver languages = new AcceptHeaderLocaleResolver();
        languages.setSupportedLocales(LANGUAGES);
        languages.setDefaultLocale(Locale.ENGLISH);
        return languages;
    }

    /** Asked for again each time, and answered with 304: a new release is never mixed with an old one's scripts. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
