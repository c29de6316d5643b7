package cn.baosong.reader.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Walks the parts of a message in a stream. Whatever the bytes are, it ends, and memory does not
 * grow with the message.
 */
final class MailWalk {
  /** Messages in messages that are walked into; what lies deeper is left as it is. */
  static final int NESTED_MESSAGES = 3;

  private static final int MOST_PARTS = 2_000;
  private static final int DEEPEST = 30;
  private static final int LONGEST_FIELD = 64 << 10;

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setStrictParsing(false)
          .setMaxLineLen(LONGEST_FIELD)
          .setMaxHeaderLen(LONGEST_FIELD)
          .setMaxHeaderCount(1_000)
          .setMaxContentLen(-1)
          .build();

  private final MimeTokenStream tokens = new MimeTokenStream(CONFIG);
  private final Visitor visitor;
  private final Deque<Part> open = new ArrayDeque<>();
  private MailHeader header = new MailHeader();
  private boolean message;
  private boolean wrapped;
  private int parts;

  private MailWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Who is told of the parts, in their order. */
  interface Visitor {
    /** A part begins; the message itself is the first one. */
    void begins(Part part) throws IOException;

    /**
     * What a part that is no multipart holds.
     *
     * @param raw as it travelled; need not be read to its end
     */
    void body(Part part, InputStream raw) throws IOException;

    /** Whether the parts of a multipart are wanted as they travelled, with their headers. */
    default boolean wantsWhole(Part multipart) {
      return false;
    }

    /**
     * The next part of such a multipart.
     *
     * @param raw from its header to the line end before the boundary; need not be read to its end
     */
    default void whole(Part multipart, InputStream raw) throws IOException {}

    /** What stands in a multipart before, or after, all of its parts. */
    void stray(Part multipart, InputStream raw) throws IOException;
  }

  /** How a walk ended. */
  enum End {
    WHOLE,
    /** Something in a header was too long and was left out. */
    CLIPPED,
    /** More parts, or longer headers, than anybody writes: what came before was told. */
    BEYOND_LIMITS
  }

  /** Walks a message. */
  static End walk(InputStream message, Visitor visitor) throws IOException {
    HeadClip clip = new HeadClip(message);
    MailWalk walk = new MailWalk(visitor);
    walk.tokens.parse(clip);
    boolean whole = walk.run();
    return !whole ? End.BEYOND_LIMITS : clip.hasClipped() ? End.CLIPPED : End.WHOLE;
  }

  /** Walks a message, or a part with its header, that was wrapped in a part. */
  static End walkWithin(InputStream message, Part wrapper, Visitor visitor) throws IOException {
    MailWalk walk = new MailWalk(visitor);
    walk.open.push(wrapper);
    walk.wrapped = true;
    walk.tokens.parse(message);
    return walk.run() ? End.WHOLE : End.BEYOND_LIMITS;
  }

  /**
   * Walks what should have been the parts of a multipart, by another boundary.
   *
   * @param known the boundary that the bytes show
   */
  static End walkParts(InputStream body, Part multipart, String known, Visitor visitor)
      throws IOException {
    MailWalk walk = new MailWalk(visitor);
    walk.tokens.parseHeadless(body, "multipart/mixed; boundary=\"" + known + "\"");
    walk.open.push(multipart);
    return walk.run() ? End.WHOLE : End.BEYOND_LIMITS;
  }

  private boolean run() throws IOException {
    try {
      EntityState state = tokens.getState();
      while (state != EntityState.T_END_OF_STREAM) {
        if (!step(state)) {
          return false;
        }
        state = tokens.next();
      }
      return true;
    } catch (MimeException beyondLimits) {
      return false;
    }
  }

  private boolean step(EntityState state) throws IOException {
    switch (state) {
      case T_START_MESSAGE -> {
        message = !wrapped;
        wrapped = false;
      }
      case T_START_HEADER -> header = new MailHeader();
      case T_FIELD -> field(tokens.getField());
      case T_END_HEADER -> {
        return begin();
      }
      case T_BODY -> visitor.body(open.element(), tokens.getInputStream());
      case T_PREAMBLE, T_EPILOGUE -> visitor.stray(open.element(), tokens.getInputStream());
      case T_END_MESSAGE, T_END_BODYPART -> open.pop();
      case T_RAW_ENTITY -> visitor.whole(open.element(), tokens.getInputStream());
      // else what follows the multipart would come whole too
      case T_END_MULTIPART -> tokens.setRecursionMode(RecursionMode.M_RECURSE);
      case T_START_BODYPART, T_START_MULTIPART, T_END_OF_STREAM -> {}
    }
    return true;
  }

  private void field(Field field) {
    String latin = MailCharset.latin(field.getRaw().toByteArray());
    int colon = latin.indexOf(':');
    String body = latin.substring(colon + 1).replaceAll("\\r?\\n|\\r", "").strip();
    header.add(field.getName().strip().toLowerCase(Locale.ROOT), body);
  }

  private boolean begin() throws IOException {
    if (++parts > MOST_PARTS) {
      return false;
    }
    Part part = Part.of(header, Optional.ofNullable(open.peek()), message);
    message = false;
    open.push(part);
    tokens.setRecursionMode(recursion(part));
    visitor.begins(part);
    return true;
  }

  private RecursionMode recursion(Part part) {
    if (part.depth() >= DEEPEST || part.isBeyond(NESTED_MESSAGES)) {
      return RecursionMode.M_FLAT;
    }
    return part.isMultipart() && visitor.wantsWhole(part)
        ? RecursionMode.M_RAW
        : RecursionMode.M_RECURSE;
  }
}
