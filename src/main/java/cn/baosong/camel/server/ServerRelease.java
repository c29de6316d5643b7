package cn.baosong.camel.server;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;

/**
 * What becomes of a file on its server: nothing before the barrier; then, at the next look, what
 * the settings say. One that could not be registered stays, and is tried again later.
 */
public final class ServerRelease implements GenericFileProcessStrategy<Object> {
  private static ServerFolder folder(GenericFileEndpoint<Object> endpoint) {
    return ((Doors.Looking) endpoint).folder();
  }

  private static ServerFile file(GenericFile<Object> carried) {
    return Held.of(carried).file();
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<Object> operations, GenericFileEndpoint<Object> endpoint) {}

  @Override
  public boolean begin(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> carried) {
    return true;
  }

  @Override
  public void abort(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> carried) {
    folder(endpoint).watch().left(file(carried));
  }

  @Override
  public void commit(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> carried) {
    folder(endpoint).settled(file(carried));
  }

  @Override
  public void rollback(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> carried) {
    folder(endpoint).failed(file(carried), exchange.getException());
  }
}
