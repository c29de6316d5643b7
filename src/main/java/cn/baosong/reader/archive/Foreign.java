package cn.baosong.reader.archive;

/** What is recognised but not opened, each with what to send instead. */
final class Foreign {
  private Foreign() {}

  static Refusal volume(String name) {
    return Refusal.unsupported(
        name,
        "是分卷压缩包的一部分，请合并为一个压缩包（zip、7z 或 rar，不分卷）后重新报送",
        "is one volume of a split archive; pack all of it into one archive and send that");
  }

  static Refusal discImage(String name) {
    return Refusal.unsupported(
        name,
        "是光盘映像（ISO/UDF），本办不读取；请把光盘内的全部文件压缩为一个 zip 后重新报送",
        "is a disc image (ISO 9660 or UDF), which is not read; send the files on it as one zip");
  }

  static Refusal program(String name) {
    return Refusal.unsupported(
        name,
        "是可执行程序（如自解压包），本办一律不运行；请改为普通 zip 后重新报送",
        "is a program, such as a self-extracting archive, and is never run; send a plain zip");
  }

  static Refusal hungry(String name) {
    return Refusal.unsupported(
        name,
        "解压所需内存超过 " + Decoders.MEMORY_MIB + " MB（字典过大），请用压缩软件的默认设置或 zip 重新压缩后报送",
        "needs more than "
            + Decoders.MEMORY_MIB
            + " MB of memory to unpack (its dictionary is too large); pack it again with default"
            + " settings, or as zip");
  }

  static Refusal method(String name) {
    return Refusal.unsupported(
        name,
        "使用了不支持的压缩方法，请用压缩软件的默认方法（Deflate）压缩为 zip 后重新报送",
        "is packed by a method we do not read; pack it as zip with the default method (Deflate)");
  }
}
