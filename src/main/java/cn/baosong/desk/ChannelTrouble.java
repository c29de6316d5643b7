package cn.baosong.desk;

/** Why a source of a channel cannot be looked into, whatever protocol it speaks. */
public enum ChannelTrouble {
  /** The server refuses a client that does not say who it is (NetEase). */
  IDENTITY,
  /** The account is locked, or logs in too often. */
  LOCKED,
  /** Password or authorisation code (授权码) is not accepted. */
  CREDENTIALS,
  /** The server's certificate or host key is not the one that is trusted. */
  CERTIFICATE,
  /** The server would have the password in clear. */
  IN_CLEAR,
  /** The folder is not there. */
  FOLDER,
  /** The server cannot be reached. */
  NETWORK,
  /** It answers in an unknown way. */
  OTHER
}
