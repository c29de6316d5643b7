package cn.baosong.scanner;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection of one question and one answer, over TCP or a Unix socket, that never hangs. */
final class Line implements Closeable {
  /** Longer than any answer of clamd. */
  private static final int LONGEST_ANSWER = 4096;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final Duration patience;

  private Line(SocketChannel channel, Duration patience) throws IOException {
    this.channel = channel;
    this.patience = patience;
    this.selector = Selector.open();
    channel.configureBlocking(false);
    this.key = channel.register(selector, 0);
  }

  /** The other side is not there, does not answer, or hung up. */
  static final class Lost extends IOException {
    private static final long serialVersionUID = 1L;

    Lost(String why) {
      super(why);
    }
  }

  /**
   * @param patience how long the other side may be silent
   */
  static Line to(SocketAddress address, Duration patience) throws Lost {
    boolean unix = address instanceof UnixDomainSocketAddress;
    try {
      SocketChannel channel =
          unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
      try {
        return new Line(channel, patience).connected(address);
      } catch (IOException | RuntimeException failed) {
        channel.close();
        throw failed;
      }
    } catch (UnresolvedAddressException unknown) {
      throw new Lost("unknown host " + address);
    } catch (Lost lost) {
      throw lost;
    } catch (IOException refused) {
      throw new Lost(String.valueOf(refused.getMessage()));
    }
  }

  private Line connected(SocketAddress address) throws IOException {
    if (!channel.connect(address)) {
      await(SelectionKey.OP_CONNECT);
      channel.finishConnect();
    }
    return this;
  }

  /** Sends all of it, unless an answer comes first: the other side has then heard enough. */
  boolean send(ByteBuffer bytes) throws Lost {
    try {
      while (bytes.hasRemaining()) {
        await(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
        if (key.isReadable()) {
          return false;
        }
        channel.write(bytes);
      }
      return true;
    } catch (Lost lost) {
      throw lost;
    } catch (IOException hungUp) {
      return false;
    }
  }

  /** The answer up to its closing NUL; what is cut off before is no answer. */
  String answer() throws Lost {
    ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
    try {
      while (answer.hasRemaining()) {
        await(SelectionKey.OP_READ);
        int from = answer.position();
        if (channel.read(answer) < 0) {
          throw new Lost("the answer breaks off");
        }
        for (int i = from; i < answer.position(); i++) {
          if (answer.get(i) == 0) {
            return new String(answer.array(), 0, i, StandardCharsets.UTF_8);
          }
        }
      }
      throw new Lost("the answer does not end");
    } catch (Lost lost) {
      throw lost;
    } catch (IOException hungUp) {
      throw new Lost(String.valueOf(hungUp.getMessage()));
    }
  }

  private void await(int operations) throws IOException {
    key.interestOps(operations);
    if (selector.select(Math.max(1, patience.toMillis())) == 0) {
      throw new Lost("no answer within " + patience.toMillis() + " ms");
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
