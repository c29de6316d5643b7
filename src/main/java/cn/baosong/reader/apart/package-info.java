/** Packages are read in processes of their own, so that no file of a sender can stop the office. */
@NullMarked
package cn.baosong.reader.apart;

import org.jspecify.annotations.NullMarked;
