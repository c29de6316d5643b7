package cn.baosong.camel.server;

import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;

/** A file that a look brought, as it passes through camel-ftp. */
interface Held {
  ServerFile file();

  /** One part, ASCII only. */
  static String token(ServerFile file) {
    return file.key().replace('/', '!');
  }

  static Held of(GenericFile<?> carried) {
    return (Held) carried.getFile();
  }

  static GenericFile<?> carried(Exchange exchange) {
    return exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class);
  }

  /** The body becomes the bytes, read as the archive asks for them. */
  static boolean bring(Exchange exchange, Line line, ServerFolder folder) {
    GenericFile<?> carried = carried(exchange);
    ServerFile file = of(carried).file();
    InputStream bytes = WholeFile.all(file, folder, line);
    carried.setBody(new Brought(file, folder.stamp(line, file), bytes));
    return true;
  }
}
