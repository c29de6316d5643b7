package cn.baosong.reader.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The old encryption of zip (APPNOTE.TXT 6.1), which every Chinese archiver offers first. */
final class ZipCrypto extends FilterInputStream {
  private static final int HEADER = 12;
  private static final int[] CRC = table();

  private int key0 = 0x12345678;
  private int key1 = 0x23456789;
  private int key2 = 0x34567890;

  ZipCrypto(InputStream raw, ZipArchiveEntry entry, byte[] password) throws IOException {
    super(raw);
    for (byte b : password) {
      update(b & 0xFF);
    }
    byte[] header = new byte[HEADER];
    if (readNBytes(header, 0, HEADER) < HEADER) {
      throw new EOFException("no header of encryption");
    }
    boolean described = entry.getGeneralPurposeBit().usesDataDescriptor();
    int check = header[HEADER - 1] & 0xFF;
    if (!described && check != (entry.getCrc() >>> 24 & 0xFF)) {
      throw new IOException("another password");
    }
  }

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ 0xEDB88320;
      }
      table[i] = value;
    }
    return table;
  }

  private static int crc(int sum, int b) {
    return sum >>> 8 ^ CRC[(sum ^ b) & 0xFF];
  }

  private void update(int plain) {
    key0 = crc(key0, plain);
    key1 = (key1 + (key0 & 0xFF)) * 134775813 + 1;
    key2 = crc(key2, key1 >>> 24);
  }

  private int decrypt(int secret) {
    int t = key2 & 0xFFFF | 2;
    int plain = (secret ^ t * (t ^ 1) >>> 8) & 0xFF;
    update(plain);
    return plain;
  }

  @Override
  public int read() throws IOException {
    int secret = super.read();
    return secret < 0 ? secret : decrypt(secret);
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    for (int i = from; i < from + read; i++) {
      into[i] = (byte) decrypt(into[i] & 0xFF);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
