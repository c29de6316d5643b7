package cn.baosong.reader.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The disks of a split zip, already one after another in a file: its directory (APPNOTE.TXT 4.3.12,
 * 4.3.16) counts places from the beginning of each disk, and is made to count from the first.
 * Whether it then tells the truth is checked as of any zip.
 */
final class SplitZip {
  private static final int END = 22;
  private static final int END_MAGIC = 0x06054b50;
  private static final int HEADER = 46;
  private static final int HEADER_MAGIC = 0x02014b50;
  private static final int SPLIT_MAGIC = 0x08074b50;
  private static final int ONE_DISK_MAGIC = 0x30304b50;
  private static final long LARGEST = 0xFFFFFFFEL;

  private final Path file;
  private final String name;
  private final List<Long> starts = new ArrayList<>();

  SplitZip(Path file, String name, List<Long> sizes) {
    this.file = file;
    this.name = name;
    long start = 0;
    for (long size : sizes) {
      starts.add(start);
      start += size;
    }
  }

  void toOneDisk() throws Refusal {
    try (FileChannel zip =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = end(zip);
      ByteBuffer record = at(zip, end, END);
      int disk = ZipDirectory.u16(record, 6);
      long size = ZipDirectory.unsigned(record, 12);
      long directory = place(disk, ZipDirectory.unsigned(record, 16));
      headers(zip, directory, Math.min(size, end - directory));
      record.putShort(4, (short) 0).putShort(6, (short) 0);
      record.putShort(8, record.getShort(10)).putInt(16, (int) directory);
      zip.write(record, end);
      if (at(zip, 0, 4).getInt(0) == SPLIT_MAGIC) {
        zip.write(ZipDirectory.little(new byte[4]).putInt(0, ONE_DISK_MAGIC), 0);
      }
    } catch (IOException ours) {
      throw new DiskFailure(ours);
    }
  }

  private void headers(FileChannel zip, long from, long size) throws IOException, Refusal {
    for (long at = from; at + HEADER <= from + size; ) {
      ByteBuffer header = at(zip, at, HEADER);
      if (header.getInt(0) != HEADER_MAGIC) {
        throw ZipDirectory.damaged(name);
      }
      long start = place(ZipDirectory.u16(header, 34), ZipDirectory.unsigned(header, 42));
      int rest =
          ZipDirectory.u16(header, 28)
              + ZipDirectory.u16(header, 30)
              + ZipDirectory.u16(header, 32);
      zip.write(header.putShort(34, (short) 0).putInt(42, (int) start), at);
      at += HEADER + rest;
    }
  }

  /** From the beginning of the first disk; larger ones have fields that are not looked at here. */
  private long place(int disk, long offset) throws Refusal {
    long place = disk < starts.size() ? starts.get(disk) + offset : Long.MAX_VALUE;
    if (offset > LARGEST || place > LARGEST) {
      throw Foreign.volume(name);
    }
    return place;
  }

  private long end(FileChannel zip) throws IOException, Refusal {
    int tail = (int) Math.min(zip.size(), END + 0xFFFF);
    ByteBuffer bytes = at(zip, zip.size() - tail, tail);
    for (int at = bytes.limit() - END; at >= 0; at--) {
      if (bytes.getInt(at) == END_MAGIC) {
        return zip.size() - tail + at;
      }
    }
    throw ZipDirectory.damaged(name);
  }

  private ByteBuffer at(FileChannel zip, long place, int length) throws IOException, Refusal {
    ByteBuffer bytes = ZipDirectory.little(new byte[length]);
    while (bytes.hasRemaining()) {
      if (zip.read(bytes, place + bytes.position()) < 0) {
        throw ZipDirectory.damaged(name);
      }
    }
    return bytes.rewind();
  }
}
