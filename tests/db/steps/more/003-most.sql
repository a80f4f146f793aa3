UPDATE setting SET value = 'twice' WHERE key = 'taken';
