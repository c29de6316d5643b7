package cn.baosong.reader.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a tar once, front to back. Own code, because the library decodes names before we can see
 * their bytes and keeps long names and PAX records of any size in memory.
 */
final class TarReader {
  /** Longest PAX or GNU name record; a name alone is at most 4096 bytes on any system we know. */
  private static final int MAX_RECORD = 1 << 16;

  private final InputStream in;
  private final String archive;
  private final Unpacking unpacking;
  private final TarExtras extras = new TarExtras();
  private final List<Found> found = new ArrayList<>();
  private final byte[] passing = new byte[1 << 13];

  TarReader(InputStream in, String archive, Unpacking unpacking) {
    this.in = in;
    this.archive = archive;
    this.unpacking = unpacking;
  }

  List<Found> read() throws IOException, Refusal {
    for (byte[] block = block(); !TarHeader.isZero(block); block = block()) {
      TarHeader header = TarHeader.parse(block).orElseThrow(this::damaged);
      switch (header.type()) {
        case 'x', 'X' -> {
          if (!extras.pax(record(header))) {
            throw damaged();
          }
        }
        case 'L' -> extras.gnuName(record(header));
        case 'K', 'g' -> record(header);
        default -> entry(header);
      }
    }
    // To the end, so that the checksum of a compression around the tar is verified too.
    pass(in);
    return found;
  }

  private void entry(TarHeader header) throws IOException, Refusal {
    unpacking.budget.entry();
    NameBytes.Reading name = NameBytes.utf8First(extras.name(header));
    refuseWhatIsNoFile(header.type(), name.text());
    long size = extras.size(header).orElseThrow(this::damaged);
    Optional<List<String>> path = admitted(header, name);
    Content content = new Content(size);
    if (path.isPresent()) {
      Workspace.Stored stored = unpacking.workspace.keep(name.text(), content, Long.MAX_VALUE);
      found.add(new Found(path.get(), name.raw(), stored, extras.modified(header)));
    }
    pass(content);
    in.skipNBytes(padding(size));
    extras.clear();
  }

  private Optional<List<String>> admitted(TarHeader header, NameBytes.Reading name) throws Refusal {
    if (header.type() == '5' || header.type() == 'D') {
      EntryPath.parse(name.text());
      return Optional.empty();
    }
    if (extras.sparse(header)) {
      unpacking.defects.add(
          Refusal.unsupported(
                  name.text(),
                  "是稀疏文件，未予读取；请以普通文件重新打包后补报",
                  "is a sparse file and was not read; pack it as an ordinary file")
              .forEntryOnly());
      return Optional.empty();
    }
    return unpacking.admit(name);
  }

  private static void refuseWhatIsNoFile(char type, String name) throws Refusal {
    switch (type) {
      case '1', '2', '3', '4', '6' ->
          throw Refusal.unsafe(name, "是链接或设备文件", "is a link or a device");
      case 'M', 'V' -> throw Foreign.volume(name);
      default -> {}
    }
  }

  private byte[] record(TarHeader header) throws IOException, Refusal {
    if (header.size() > MAX_RECORD) {
      throw Refusal.tooLarge(
          archive,
          "内有过长的文件名，请改短后重新打包报送",
          "holds a name beyond all measure; shorten it and pack again");
    }
    unpacking.budget.foresee(header.size());
    byte[] record = in.readNBytes((int) header.size());
    in.skipNBytes(padding(header.size()));
    return record;
  }

  private byte[] block() throws IOException, Refusal {
    byte[] block = in.readNBytes(TarHeader.BLOCK);
    if (block.length < TarHeader.BLOCK) {
      throw damaged();
    }
    return block;
  }

  /** Reads and forgets; what is skipped costs the budget too, or junk could be a bomb. */
  private void pass(InputStream rest) throws IOException, Refusal {
    for (int n = rest.read(passing); n >= 0; n = rest.read(passing)) {
      unpacking.budget.bytes(n);
    }
  }

  private Refusal damaged() {
    return Refusal.broken(
        archive, "不完整或已损坏，请重新打包报送", "is truncated or damaged; pack and send it again");
  }

  private static long padding(long size) {
    return (TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK;
  }

  /** The bytes of one entry and no more. */
  private final class Content extends InputStream {
    private long left;

    Content(long size) {
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = in.read(target, offset, (int) Math.min(length, left));
      if (n < 0) {
        throw new EOFException("entry cut off");
      }
      left -= n;
      return n;
    }
  }
}
