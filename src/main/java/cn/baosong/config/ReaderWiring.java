package cn.baosong.config;

import cn.baosong.Baosong;
import cn.baosong.reader.apart.Loss;
import cn.baosong.reader.apart.ReaderCommand;
import cn.baosong.reader.apart.ReaderLimits;
import cn.baosong.reader.apart.ReaderPool;
import cn.baosong.reader.apart.Readers;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.ArchiveLooks;
import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.AtOnce;
import cn.baosong.reader.bag.CaseBags;
import cn.baosong.reader.mail.StoredMailGlance;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.LimitSettings;
import cn.baosong.store.Journal;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes that read packages, and what an operator sees of them. */
@Configuration(proxyBeanMethods = false)
class ReaderWiring {
  /** After the journal: only who holds the database may empty the folder. */
  @Bean
  Readers readers(BaosongSettings settings, Journal journal) throws IOException {
    LimitSettings limits = settings.limits();
    return new Readers(
        new ReaderCommand(Baosong.class, limits.readerMemory().toBytes()),
        settings.home().resolve("work"),
        limits.readersHere() + 1);
  }

  @Bean
  ReadersEnd readersEnd(Readers readers) {
    return new ReadersEnd(readers);
  }

  private static ArchiveLimits archive(LimitSettings limits) {
    return new ArchiveLimits(
        limits.packageBytes().toBytes(),
        limits.entries(),
        limits.ratio(),
        limits.depth(),
        limits.nameLength());
  }

  @Bean
  ReaderPool packageReader(Readers readers, BaosongSettings settings) {
    LimitSettings limits = settings.limits();
    return new ReaderPool(
        readers,
        new ReaderLimits(
            limits.readerTime(), limits.packageTime(), limits.atOnceTime(), atOnce(limits)),
        archive(limits),
        limits.pages());
  }

  private static AtOnce atOnce(LimitSettings limits) {
    return new AtOnce(limits.atOnceBytes().toBytes(), limits.atOnceEntries());
  }

  @Bean
  StoredMailGlance mailGlance(BaosongSettings settings) {
    LimitSettings limits = settings.limits();
    return new StoredMailGlance(new ArchiveLooks(archive(limits), atOnce(limits)));
  }

  /** Unpacks what a reader has opened before, and parses none of it. */
  @Bean
  CaseBags caseBags(Readers emptied, BaosongSettings settings, ObjectMapper json) {
    return new CaseBags(
        new ArchiveOpener(archive(settings.limits())), settings.home().resolve("work"), json);
  }

  @Bean
  HealthIndicator readersHealthIndicator(Readers readers) {
    return () -> {
      Health.Builder health = readers.trouble().isEmpty() ? Health.up() : Health.down();
      readers.trouble().ifPresent(why -> health.withDetail("error", why));
      for (Loss loss : Loss.values()) {
        health.withDetail("lost." + loss.name().toLowerCase(Locale.ROOT), readers.lost(loss));
      }
      return health
          .withDetail("running", readers.running())
          .withDetail("busy", readers.busy())
          .build();
    };
  }

  @Bean
  MeterBinder readerMeters(Readers readers) {
    return registry -> {
      for (Loss loss : Loss.values()) {
        FunctionCounter.builder("baosong.readers.lost", readers, all -> all.lost(loss))
            .description("reader processes that were lost over a package and replaced")
            .tag("how", loss.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
      Gauge.builder("baosong.readers.running", readers, Readers::running)
          .description("reader processes that live")
          .register(registry);
      Gauge.builder("baosong.readers.busy", readers, Readers::busy)
          .description("reader processes that have a package")
          .register(registry);
    };
  }
}
