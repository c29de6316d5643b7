package cn.baosong.camel.server;

import java.net.URI;
import java.util.Map;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.FtpComponent;
import org.apache.camel.component.file.remote.FtpConfiguration;
import org.apache.camel.component.file.remote.FtpEndpoint;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileConsumer;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.EmptyAsyncCallback;
import org.apache.commons.net.ftp.FTPFile;

/**
 * camel-ftp's three components, each with one change: the endpoint that it builds hands out the
 * office's operations, and its consumer need not wait for what touches the line no more. Everything
 * else, polling, batches, exchanges and completion, is camel-ftp's.
 */
final class Doors {
  /** Under which a door finds what its endpoint is for. */
  static final String FOLDER = "officeFolder";

  private Doors() {}

  /** An endpoint that knows what it looks into. */
  interface Looking {
    ServerFolder folder();
  }

  private static ServerFolder folder(Map<String, Object> parameters) {
    return (ServerFolder) parameters.remove(FOLDER);
  }

  private static <C extends RemoteFileConfiguration> C reached(C configuration, ServerFolder to) {
    ServerPlace.Account account = to.place().account();
    configuration.setHost(account.host());
    configuration.setPort(account.port());
    configuration.setUsername(account.user());
    account.password().ifPresent(configuration::setPassword);
    configuration.setDirectory("");
    configuration.setBinary(true);
    configuration.setPassiveMode(true);
    configuration.setStepwise(false);
    return configuration;
  }

  /** Begins with a file; the line may bring the next one when this one rests with other hands. */
  private static Processor beside(Processor route) {
    AsyncProcessor all = AsyncProcessorConverterHelper.convert(route);
    return exchange -> all.process(exchange, EmptyAsyncCallback.get());
  }

  private static URI at(String scheme, ServerFolder folder) {
    ServerPlace.Account account = folder.place().account();
    return URI.create(scheme + "://" + account.host() + ":" + account.port());
  }

  /** FTP. */
  @Component("ftp")
  static final class Plain extends FtpComponent {
    @Override
    protected GenericFileEndpoint<FTPFile> buildFileEndpoint(
        String uri, String remaining, Map<String, Object> parameters) {
      ServerFolder folder = folder(parameters);
      return new PlainEndpoint(
          uri, this, reached(new FtpConfiguration(at("ftp", folder)), folder), folder);
    }

    GenericFileEndpoint<FTPFile> endpoint(String uri, Map<String, Object> parameters)
        throws Exception {
      return createEndpoint(uri, "", parameters);
    }
  }

  private static final class PlainEndpoint extends FtpEndpoint<FTPFile> implements Looking {
    private final ServerFolder folder;

    PlainEndpoint(
        String uri, FtpComponent component, FtpConfiguration configuration, ServerFolder folder) {
      super(uri, component, configuration);
      this.folder = folder;
    }

    @Override
    public ServerFolder folder() {
      return folder;
    }

    @Override
    public RemoteFileConsumer<FTPFile> createConsumer(Processor processor) throws Exception {
      return super.createConsumer(beside(processor));
    }

    @Override
    public RemoteFileOperations<FTPFile> createRemoteFileOperations() {
      PlainOperations.Client client = new PlainOperations.Client();
      Patience.of(getConfiguration()).set(client);
      setSoTimeout(getConfiguration().getSoTimeout());
      PlainOperations operations = new PlainOperations(client, folder);
      operations.setEndpoint(this);
      return operations;
    }
  }

  /** FTPS. */
  @Component("ftps")
  static final class Tls extends FtpsComponent {
    @Override
    protected GenericFileEndpoint<FTPFile> buildFileEndpoint(
        String uri, String remaining, Map<String, Object> parameters) {
      ServerFolder folder = folder(parameters);
      FtpsConfiguration told = reached(new FtpsConfiguration(at("ftps", folder)), folder);
      told.setImplicit(folder.place().account().protocol() == ServerPlace.Protocol.FTPS_IMPLICIT);
      return new TlsEndpoint(uri, this, told, folder);
    }

    GenericFileEndpoint<FTPFile> endpoint(String uri, Map<String, Object> parameters)
        throws Exception {
      return createEndpoint(uri, "", parameters);
    }
  }

  private static final class TlsEndpoint extends FtpsEndpoint implements Looking {
    private final ServerFolder folder;

    TlsEndpoint(
        String uri, FtpsComponent component, FtpsConfiguration configuration, ServerFolder folder) {
      super(uri, component, configuration);
      this.folder = folder;
    }

    @Override
    public ServerFolder folder() {
      return folder;
    }

    @Override
    public RemoteFileConsumer<FTPFile> createConsumer(Processor processor) throws Exception {
      return super.createConsumer(beside(processor));
    }

    @Override
    public RemoteFileOperations<FTPFile> createRemoteFileOperations() throws Exception {
      ServerPlace.Account account = folder.place().account();
      TlsClient client =
          new TlsClient(getConfiguration().isImplicit(), ServerTrust.context(account.trust()));
      Patience.of(getConfiguration()).set(client);
      setSoTimeout(getConfiguration().getSoTimeout());
      TlsOperations operations = new TlsOperations(client, folder);
      operations.setEndpoint(this);
      return operations;
    }
  }

  /** SFTP. */
  @Component("sftp")
  static final class Ssh extends SftpComponent {
    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
        String uri, String remaining, Map<String, Object> parameters) {
      ServerFolder folder = folder(parameters);
      SftpConfiguration told = reached(new SftpConfiguration(at("sftp", folder)), folder);
      ServerPlace.Account account = folder.place().account();
      account.privateKey().ifPresent(key -> told.setPrivateKeyFile(key.toString()));
      account.passphrase().ifPresent(told::setPrivateKeyPassphrase);
      account.knownHosts().ifPresent(known -> told.setKnownHostsFile(known.toString()));
      told.setUseUserKnownHostsFile(false);
      told.setStrictHostKeyChecking("yes");
      told.setPreferredAuthentications(
          account.privateKey().isPresent() ? "publickey" : "password,keyboard-interactive");
      return new SshEndpoint(uri, this, told, folder);
    }

    GenericFileEndpoint<SftpRemoteFile> endpoint(String uri, Map<String, Object> parameters)
        throws Exception {
      return createEndpoint(uri, "", parameters);
    }
  }

  private static final class SshEndpoint extends SftpEndpoint implements Looking {
    private final ServerFolder folder;

    SshEndpoint(
        String uri, SftpComponent component, SftpConfiguration configuration, ServerFolder folder) {
      super(uri, component, configuration);
      this.folder = folder;
    }

    @Override
    public ServerFolder folder() {
      return folder;
    }

    @Override
    public RemoteFileConsumer<SftpRemoteFile> createConsumer(Processor processor) throws Exception {
      return super.createConsumer(beside(processor));
    }

    @Override
    public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
      SshOperations operations =
          new SshOperations(folder, getConfiguration(), getConfiguration().getConnectTimeout());
      operations.setEndpoint(this);
      return operations;
    }
  }
}
