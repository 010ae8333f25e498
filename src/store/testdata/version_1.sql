-- A case file of version 1, of two invented articles.
PRAGMA application_id = 1398099265; PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE documents (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT, outlet TEXT, title TEXT,
  authors TEXT NOT NULL,
  published TEXT, published_from TEXT,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  residue TEXT NOT NULL
) STRICT;
INSERT INTO documents VALUES(1,'01ba9ac730336156e8ad8aeb82be0ffbe18ca92b053df009b901921d409a6a21',NULL,'Coastal Wire','Former harbour chief charged with fraud in Lisbon','[]','2024-03-05','argument','en',replace('Former harbour chief charged with fraud in Lisbon\n\nLISBON, March 4 (Coastal Wire) - Portuguese prosecutors charged Duarte Falcoeira, the former head of the Port of Sines, with fraud on Monday.\n\nFalcoeira was arrested in Setubal in February, prosecutor Ines Vilarinho said.\n\n"He denies everything," his lawyer, Abel Noronha, said.','\n',char(10)),'[["title",0,49],["body",51,192],["body",194,272],["body",274,329]]','[]');
INSERT INTO documents VALUES(2,'eba6ed298a45152f7b627e3f860a7c55e909ee38da4e7624ab707b5a061572e4',NULL,'Coastal Wire','Court dismisses case against former harbour chief','[]','2024-09-09','argument','en',replace('Court dismisses case against former harbour chief\n\nLISBON, Sept 9 (Coastal Wire) - A Lisbon court on Monday dismissed the fraud charge against Duarte Falcoeira.\n\nJudge Célia Trancoso said there was no evidence.','\n',char(10)),'[["title",0,49],["body",51,160],["body",162,211]]','[]');
CREATE TABLE readings (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  program TEXT NOT NULL, model TEXT NOT NULL, knowledge TEXT NOT NULL
) STRICT;
INSERT INTO readings VALUES(1,'sumario 0.1.0','en_core_web_md 3.8.0','9cdd2986915d8054');
INSERT INTO readings VALUES(2,'sumario 0.1.0','en_core_web_md 3.8.0','9cdd2986915d8054');
CREATE TABLE names (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name_key TEXT NOT NULL,
  female INTEGER NOT NULL, male INTEGER NOT NULL, twice INTEGER NOT NULL,
  UNIQUE (kind, name_key)
) STRICT;
INSERT INTO names VALUES(1,'organisation','port of sines',0,0,0);
INSERT INTO names VALUES(2,'organisation','setubal',0,0,0);
INSERT INTO names VALUES(3,'person','abel noronha',0,1,0);
INSERT INTO names VALUES(4,'person','duarte falcoeira',0,1,0);
INSERT INTO names VALUES(5,'person','ines vilarinho',1,0,0);
INSERT INTO names VALUES(6,'place','lisbon',0,0,0);
INSERT INTO names VALUES(7,'person','celia trancoso',1,0,0);
CREATE TABLE name_words (
  word TEXT NOT NULL,
  name INTEGER NOT NULL REFERENCES names ON DELETE CASCADE,
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;
INSERT INTO name_words VALUES('abel',3);
INSERT INTO name_words VALUES('celia',7);
INSERT INTO name_words VALUES('duarte',4);
INSERT INTO name_words VALUES('falcoeira',4);
INSERT INTO name_words VALUES('ines',5);
INSERT INTO name_words VALUES('noronha',3);
INSERT INTO name_words VALUES('trancoso',7);
INSERT INTO name_words VALUES('vilarinho',5);
CREATE TABLE entities (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL,
  name_row INTEGER NOT NULL REFERENCES names,
  name TEXT NOT NULL,
  also TEXT NOT NULL,
  gender TEXT,
  mentions TEXT NOT NULL,
  UNIQUE (document, id)
) STRICT;
INSERT INTO entities VALUES(1,1,'e1',6,'Lisbon','[]',NULL,'[["name",43,49]]');
INSERT INTO entities VALUES(2,1,'e2',4,'Duarte Falcoeira','["Falcoeira"]','male','[["name",115,131],["nominal",133,148],["name",194,203],["pronoun",275,277],["pronoun",298,301]]');
INSERT INTO entities VALUES(3,1,'e3',1,'Port of Sines','[]',NULL,'[["name",156,169]]');
INSERT INTO entities VALUES(4,1,'e4',2,'Setubal','[]',NULL,'[["name",220,227]]');
INSERT INTO entities VALUES(5,1,'e5',5,'Ines Vilarinho','[]','female','[["name",252,266]]');
INSERT INTO entities VALUES(6,1,'e6',3,'Abel Noronha','[]','male','[["nominal",298,308],["name",310,322]]');
INSERT INTO entities VALUES(7,2,'e1',6,'Lisbon','[]',NULL,'[["name",85,91]]');
INSERT INTO entities VALUES(8,2,'e2',4,'Duarte Falcoeira','[]','male','[["name",143,159]]');
INSERT INTO entities VALUES(9,2,'e3',7,'Célia Trancoso','[]','female','[["name",168,183]]');
CREATE TABLE claims (
  key INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL, type TEXT NOT NULL, modality TEXT NOT NULL,
  timed INTEGER NOT NULL,
  day_from TEXT, day_to TEXT, time_start INTEGER, time_end INTEGER,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  UNIQUE (document, id)
) STRICT;
INSERT INTO claims VALUES(1,1,'c1','proceeding','charge','asserted',1,'2024-03-04','2024-03-04',185,191,'proceeding/charge',0.94999999999999995559);
INSERT INTO claims VALUES(2,1,'c2','proceeding','charge','asserted',1,'2024-03-04','2024-03-04',185,191,'proceeding/charge',0.94999999999999995559);
INSERT INTO claims VALUES(3,1,'c3','office','hold','asserted',0,NULL,NULL,NULL,NULL,'office/title',0.94999999999999995559);
INSERT INTO claims VALUES(4,1,'c4','proceeding','arrest','asserted',1,'2024-02-01','2024-02-29',231,239,'proceeding/arrest',0.94999999999999995559);
INSERT INTO claims VALUES(5,1,'c5','statement','indirect','asserted',0,NULL,NULL,NULL,NULL,'statement/indirect',0.9000000000000000222);
INSERT INTO claims VALUES(6,1,'c6','office','hold','asserted',0,NULL,NULL,NULL,NULL,'office/title',0.94999999999999995559);
INSERT INTO claims VALUES(7,1,'c7','statement','direct','asserted',0,NULL,NULL,NULL,NULL,'statement/direct',0.9000000000000000222);
INSERT INTO claims VALUES(8,1,'c8','allegation','deny','asserted',0,NULL,NULL,NULL,NULL,'allegation/deny',0.92000000000000003996);
INSERT INTO claims VALUES(9,1,'c9','relation','represents','asserted',0,NULL,NULL,NULL,NULL,'relation/represents',0.84999999999999997779);
INSERT INTO claims VALUES(10,2,'c1','proceeding','dismiss','asserted',0,NULL,NULL,NULL,NULL,'proceeding/dismiss',0.93000000000000004884);
INSERT INTO claims VALUES(11,2,'c2','statement','indirect','asserted',0,NULL,NULL,NULL,NULL,'statement/indirect',0.9000000000000000222);
INSERT INTO claims VALUES(12,2,'c3','proceeding','dismiss','asserted',1,'2024-09-09','2024-09-09',101,107,'proceeding/dismiss',0.93000000000000004884);
INSERT INTO claims VALUES(13,2,'c4','statement','indirect','asserted',1,'2024-09-09','2024-09-09',101,107,'statement/indirect',0.9000000000000000222);
INSERT INTO claims VALUES(14,2,'c5','office','hold','asserted',0,NULL,NULL,NULL,NULL,'office/title',0.94999999999999995559);
INSERT INTO claims VALUES(15,2,'c6','statement','indirect','asserted',0,NULL,NULL,NULL,NULL,'statement/indirect',0.9000000000000000222);
CREATE TABLE evidence (
  claim INTEGER PRIMARY KEY REFERENCES claims ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL
) STRICT;
INSERT INTO evidence VALUES(1,0,49);
INSERT INTO evidence VALUES(2,84,191);
INSERT INTO evidence VALUES(3,115,169);
INSERT INTO evidence VALUES(4,194,239);
INSERT INTO evidence VALUES(5,194,271);
INSERT INTO evidence VALUES(6,241,266);
INSERT INTO evidence VALUES(7,274,328);
INSERT INTO evidence VALUES(8,275,295);
INSERT INTO evidence VALUES(9,298,322);
INSERT INTO evidence VALUES(10,0,49);
INSERT INTO evidence VALUES(11,0,49);
INSERT INTO evidence VALUES(12,83,159);
INSERT INTO evidence VALUES(13,83,159);
INSERT INTO evidence VALUES(14,162,183);
INSERT INTO evidence VALUES(15,168,210);
CREATE TABLE fillers (
  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  place INTEGER NOT NULL,
  role TEXT,
  entity INTEGER REFERENCES entities,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  cue TEXT,
  PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
INSERT INTO fillers VALUES(1,0,'charge',NULL,34,39,NULL);
INSERT INTO fillers VALUES(1,1,'defendant',2,0,20,NULL);
INSERT INTO fillers VALUES(1,2,'forum',1,43,49,NULL);
INSERT INTO fillers VALUES(2,0,'authority',NULL,84,106,NULL);
INSERT INTO fillers VALUES(2,1,'charge',NULL,176,191,NULL);
INSERT INTO fillers VALUES(2,2,'defendant',2,115,131,NULL);
INSERT INTO fillers VALUES(3,0,'body',NULL,156,169,NULL);
INSERT INTO fillers VALUES(3,1,'holder',2,115,131,NULL);
INSERT INTO fillers VALUES(3,2,'office',NULL,144,148,NULL);
INSERT INTO fillers VALUES(4,0,'defendant',2,194,203,NULL);
INSERT INTO fillers VALUES(4,1,'place',4,220,227,NULL);
INSERT INTO fillers VALUES(4,2,NULL,5,241,266,'said');
INSERT INTO fillers VALUES(5,0,'content',NULL,194,239,NULL);
INSERT INTO fillers VALUES(5,1,'speaker',5,252,266,NULL);
INSERT INTO fillers VALUES(6,0,'holder',5,252,266,NULL);
INSERT INTO fillers VALUES(6,1,'office',NULL,241,251,NULL);
INSERT INTO fillers VALUES(7,0,'content',NULL,274,297,NULL);
INSERT INTO fillers VALUES(7,1,'speaker',6,298,308,NULL);
INSERT INTO fillers VALUES(8,0,'accused',2,275,277,NULL);
INSERT INTO fillers VALUES(8,1,'conduct',NULL,285,295,NULL);
INSERT INTO fillers VALUES(8,2,NULL,6,298,322,'said');
INSERT INTO fillers VALUES(9,0,'object',2,298,301,NULL);
INSERT INTO fillers VALUES(9,1,'subject',6,310,322,NULL);
INSERT INTO fillers VALUES(10,0,'authority',NULL,0,5,NULL);
INSERT INTO fillers VALUES(10,1,'court',NULL,0,5,NULL);
INSERT INTO fillers VALUES(10,2,'defendant',NULL,29,49,NULL);
INSERT INTO fillers VALUES(11,0,'content',NULL,16,49,NULL);
INSERT INTO fillers VALUES(11,1,'speaker',NULL,0,5,NULL);
INSERT INTO fillers VALUES(12,0,'authority',NULL,83,97,NULL);
INSERT INTO fillers VALUES(12,1,'court',NULL,83,97,NULL);
INSERT INTO fillers VALUES(12,2,'defendant',8,143,159,NULL);
INSERT INTO fillers VALUES(13,0,'content',NULL,118,159,NULL);
INSERT INTO fillers VALUES(13,1,'speaker',NULL,83,97,NULL);
INSERT INTO fillers VALUES(14,0,'holder',9,168,183,NULL);
INSERT INTO fillers VALUES(14,1,'office',NULL,162,167,NULL);
INSERT INTO fillers VALUES(15,0,'content',NULL,189,210,NULL);
INSERT INTO fillers VALUES(15,1,'speaker',9,168,183,NULL);
CREATE INDEX entities_by_name ON entities (name_row);
CREATE INDEX claims_by_day ON claims (coalesce(day_from, day_to)) WHERE coalesce(day_from, day_to) IS NOT NULL;
CREATE INDEX fillers_by_entity ON fillers (entity) WHERE entity IS NOT NULL;
COMMIT;
