-- What version 1 of the program wrote.  Never change it: files of that version are out there.
CREATE TABLE contacts ( id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id TEXT UNIQUE, number TEXT, name TEXT, first_name TEXT, last_name TEXT, email TEXT, country TEXT, language TEXT, status TEXT, source TEXT, opt_in INTEGER, blocked INTEGER, local INTEGER, lists TEXT, tags TEXT, attributes TEXT, unread INTEGER, created INTEGER, updated INTEGER, last_active INTEGER, extra TEXT, key TEXT NOT NULL);
CREATE INDEX contacts_by_key ON contacts (key, number, source, opt_in, blocked, last_active, lists, tags);
CREATE INDEX contacts_by_number ON contacts (number);
CREATE INDEX contacts_by_last_active ON contacts (last_active);
CREATE TABLE contacts_seen ( contact_id INTEGER PRIMARY KEY REFERENCES contacts ON DELETE CASCADE, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE lists ( id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id TEXT, name TEXT, local INTEGER, extra TEXT, key TEXT NOT NULL);
CREATE INDEX lists_by_remote_id ON lists (remote_id);
CREATE INDEX lists_by_name ON lists (name);
CREATE TABLE contact_lists ( label_id INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE, PRIMARY KEY (label_id, contact_id)) WITHOUT ROWID;
CREATE INDEX contact_lists_by_contact ON contact_lists (contact_id);
CREATE TABLE tags ( id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id TEXT, name TEXT, local INTEGER, extra TEXT, key TEXT NOT NULL);
CREATE INDEX tags_by_remote_id ON tags (remote_id);
CREATE INDEX tags_by_name ON tags (name);
CREATE TABLE contact_tags ( label_id INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE, contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE, PRIMARY KEY (label_id, contact_id)) WITHOUT ROWID;
CREATE INDEX contact_tags_by_contact ON contact_tags (contact_id);
CREATE TABLE attributes ( id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id TEXT, name TEXT, extra TEXT, key TEXT NOT NULL, seen INTEGER NOT NULL DEFAULT 0);
CREATE INDEX attributes_by_remote_id ON attributes (remote_id);
CREATE INDEX attributes_by_name ON attributes (name);
CREATE TABLE templates ( id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id TEXT, name TEXT, language TEXT, category TEXT, status TEXT, local INTEGER, extra TEXT, key TEXT NOT NULL);
CREATE INDEX templates_by_remote_id ON templates (remote_id);
CREATE INDEX templates_by_name ON templates (name, language);
CREATE TABLE catalogs ( id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id TEXT, name TEXT, extra TEXT, key TEXT NOT NULL);
CREATE INDEX catalogs_by_remote_id ON catalogs (remote_id);
CREATE INDEX catalogs_by_name ON catalogs (name);
CREATE TABLE products ( id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id TEXT, catalog_id TEXT, retailer_id TEXT, name TEXT, extra TEXT, key TEXT NOT NULL);
CREATE INDEX products_by_remote_id ON products (remote_id);
CREATE INDEX products_by_retailer_id ON products (retailer_id, catalog_id);
CREATE TABLE messages ( id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, remote_id TEXT, job_id TEXT, recipient TEXT, recipient_name TEXT, wa_id TEXT, chat_id TEXT, contact_id TEXT, kind TEXT, text TEXT, template_name TEXT, state TEXT NOT NULL, state_detail TEXT, state_time INTEGER, provider_text TEXT, error TEXT, error_code INTEGER, error_text TEXT, dismissed INTEGER, attempts INTEGER, timestamp INTEGER, not_before INTEGER, outgoing TEXT, extra TEXT);
CREATE INDEX messages_by_remote_id ON messages (remote_id);
CREATE INDEX messages_by_recipient ON messages (recipient);
CREATE INDEX messages_by_state ON messages (state);
CREATE TABLE message_bytes ( message_id INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE, bytes BLOB NOT NULL);
CREATE TABLE texts ( area TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (area, key)) WITHOUT ROWID;

INSERT INTO contacts (id, remote_id, number, name, opt_in, blocked, local, tags, unread, created, extra, key)
VALUES (3, 'r-3', '905320000001', 'Zoë', 1, 0, 0, 'hot', 0, 1700000000000000, NULL, 'zoe' || char (10) || '905320000001');
INSERT INTO contacts (id, remote_id, number, name, opt_in, blocked, local, tags, unread, created, extra, key)
VALUES (4, NULL, '905320000002', 'Ömer', 0, 0, 1, 'hot' || char (31) || 'new', 2, NULL, '{"gender":"male"}', 'zzomer');
INSERT INTO contacts_seen VALUES (3, 5), (4, 5);
INSERT INTO tags (id, remote_id, name, local, extra, key) VALUES (1, 't-1', 'hot', 0, NULL, 'hot'), (2, NULL, 'new', 1, NULL, 'new');
INSERT INTO contact_tags VALUES (1, 3), (1, 4), (2, 4);
INSERT INTO templates (id, remote_id, name, language, category, status, local, extra, key)
VALUES (1, 'tpl', 'greeting', 'de', 'UTILITY', 'APPROVED', 0, '{"components":[{"text":"Hello {{1}}"}]}', 'greeting');
INSERT INTO messages (id, key, recipient, kind, state, outgoing) VALUES (1, 'k-1', '905320000001', 'text', 'sending', '{"recipient":"905320000001","text":"Hello"}');
INSERT INTO texts VALUES ('cursor', 'contacts', 'page 7');
PRAGMA user_version = 1;
