package cn.baosong.web.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultSerializer;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * How a log-in is written into the database and read again: only the few classes that a log-in is
 * made of. What cannot be read, because another build wrote it or somebody else did, is as if it
 * had never been there: the person logs in again.
 */
@Configuration(proxyBeanMethods = false)
class SessionBytes {
  private static final Logger LOG = LoggerFactory.getLogger(SessionBytes.class);

  /** A log-in takes about two thousand bytes. */
  private static final ObjectInputFilter OF_A_LOG_IN =
      ObjectInputFilter.Config.createFilter(
          "maxbytes=65536;maxdepth=20;maxrefs=1000;maxarray=1000;"
              + "cn.baosong.web.Viewer;cn.baosong.desk.Accounts$Role;"
              + "org.springframework.security.**;java.lang.*;java.time.*;java.util.*;!*");

  @Bean
  static ConversionService springSessionConversionService() {
    GenericConversionService bytes = new GenericConversionService();
    bytes.addConverter(
        Object.class, byte[].class, new SerializingConverter(new DefaultSerializer()));
    bytes.addConverter(byte[].class, Object.class, SessionBytes::read);
    return bytes;
  }

  static @Nullable Object read(byte[] written) {
    try {
      return read(new ByteArrayInputStream(written));
    } catch (IOException | ClassNotFoundException | RuntimeException foreign) {
      LOG.warn("A stored log-in cannot be read, and is as good as none: {}", foreign.toString());
      return null;
    }
  }

  private static Object read(InputStream written) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(written)) {
      in.setObjectInputFilter(OF_A_LOG_IN);
      return in.readObject();
    }
  }
}
