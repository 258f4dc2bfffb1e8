import baken.foundation.clock
import baken.ledger.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContactDetails',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('email', models.CharField(blank=True, max_length=120, null=True, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=20, null=True, verbose_name='telefoon')),
                ('mobile', models.CharField(blank=True, max_length=20, null=True, verbose_name='gsm')),
                ('fax', models.CharField(blank=True, max_length=20, null=True, verbose_name='fax')),
            ],
            options={
                'verbose_name': 'contactgegevens',
                'verbose_name_plural': 'contactgegevens',
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('body', models.TextField(blank=True, default='', verbose_name='tekst')),
            ],
            options={
                'verbose_name': 'notitie',
                'verbose_name_plural': 'notities',
            },
        ),
        migrations.CreateModel(
            name='PersonName',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('valid_from', models.CharField(blank=True, max_length=10, null=True, verbose_name='geldig vanaf')),
                ('valid_until', models.CharField(blank=True, max_length=10, null=True, verbose_name='geldig tot')),
            ],
            options={
                'verbose_name': 'naam',
                'verbose_name_plural': 'namen',
            },
        ),
        migrations.CreateModel(
            name='Apart',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('one', models.BigIntegerField(verbose_name='persoon')),
                ('other', models.BigIntegerField(verbose_name='andere persoon')),
                ('said_by', models.CharField(max_length=120, verbose_name='gezegd door')),
                ('said_at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='gezegd op')),
            ],
            options={
                'verbose_name': 'geen dubbel',
                'verbose_name_plural': 'geen dubbels',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='apart_once')],
            },
        ),
        migrations.CreateModel(
            name='CircumstancesDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('young_children', models.BooleanField(blank=True, null=True, verbose_name='heeft jonge kinderen')),
                ('speaks_other_language', models.BooleanField(blank=True, null=True, verbose_name='anderstalig')),
                ('foreign_diploma', models.BooleanField(blank=True, null=True, verbose_name='heeft een buitenlands diploma')),
                ('social_tenant', models.BooleanField(blank=True, null=True, verbose_name='huurt of zoekt een sociale woning')),
                ('schooling', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='schooling', max_length=64, null=True, verbose_name='scholingsgraad')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'omstandigheden',
            },
        ),
        migrations.CreateModel(
            name='DossierOpened',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('person', baken.ledger.fields.SubjectField(db_index=True, kind='person', verbose_name='persoon')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'dossier geopend',
            },
        ),
        migrations.CreateModel(
            name='FamilyLinked',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('member_of', baken.ledger.fields.CodeField(as_given=False, codelist='family_member_of', max_length=64, verbose_name='gezinslid van')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'gezinsband',
            },
        ),
        migrations.CreateModel(
            name='HouseholdDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('household', baken.ledger.fields.CodeField(as_given=False, codelist='household', max_length=64, verbose_name='gezinssituatie')),
                ('children', models.SmallIntegerField(blank=True, null=True, verbose_name='kinderen')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'gezinssituatie',
            },
        ),
        migrations.CreateModel(
            name='Identity',
            fields=[
                ('person', models.BigAutoField(primary_key=True, serialize=False, verbose_name='persoon')),
                ('national_number', models.CharField(blank=True, max_length=11, null=True, unique=True, verbose_name='rijksregisternummer')),
                ('family_name', models.CharField(blank=True, default='', max_length=200, verbose_name='achternaam')),
                ('given_names', models.CharField(blank=True, default='', max_length=200, verbose_name='voornamen')),
                ('birth_date', models.CharField(blank=True, max_length=10, null=True, verbose_name='geboortedatum')),
            ],
            options={
                'verbose_name': 'identiteit',
                'verbose_name_plural': 'identiteiten',
                'indexes': [models.Index(fields=['birth_date'], name='identity_birth_date')],
            },
        ),
        migrations.CreateModel(
            name='LanguageKnown',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('language', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language', max_length=64, null=True, verbose_name='taal')),
                ('level', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language_knowledge', max_length=64, null=True, verbose_name='kennisniveau')),
                ('level_given', baken.ledger.fields.GivenCodeField(blank=True, null=True, to='ledger.PartnerCode', verbose_name='code zoals gegeven')),
                ('contact', models.BooleanField(blank=True, null=True, verbose_name='contacttaal')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'talenkennis',
            },
        ),
        migrations.CreateModel(
            name='LiteracyAssessed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('latin_script', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='literacy', max_length=64, null=True, verbose_name='Latijns schrift')),
                ('latin_script_given', baken.ledger.fields.GivenCodeField(blank=True, null=True, to='ledger.PartnerCode', verbose_name='code zoals gegeven')),
                ('other_script', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='literacy', max_length=64, null=True, verbose_name='ander schrift')),
                ('other_script_given', baken.ledger.fields.GivenCodeField(blank=True, null=True, to='ledger.PartnerCode', verbose_name='code zoals gegeven')),
                ('other_script_language', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='language', max_length=64, null=True, verbose_name='taal van het andere schrift')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'alfabetiseringsgraad',
            },
        ),
        migrations.CreateModel(
            name='MinorSituationDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('in_compulsory_education', models.BooleanField(blank=True, null=True, verbose_name='nog leerplichtig')),
                ('unaccompanied', models.BooleanField(blank=True, null=True, verbose_name='niet-begeleid')),
                ('nursery_half_days', models.SmallIntegerField(blank=True, null=True, verbose_name='halve dagen kleuteronderwijs')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'situatie van de minderjarige',
            },
        ),
        migrations.CreateModel(
            name='NameKey',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('person', models.BigIntegerField(db_index=True, verbose_name='persoon')),
                ('word', models.CharField(max_length=24, verbose_name='woord')),
                ('sound', models.CharField(max_length=24, verbose_name='klank')),
            ],
            options={
                'verbose_name': 'naamsleutel',
                'verbose_name_plural': 'naamsleutels',
                'default_permissions': (),
                'indexes': [models.Index(fields=['word', 'person'], name='name_key_word'), models.Index(fields=['sound', 'person'], name='name_key_sound')],
            },
        ),
        migrations.CreateModel(
            name='NationalityHeld',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('country', baken.ledger.fields.CodeField(as_given=True, codelist='country', max_length=64, verbose_name='nationaliteit')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'nationaliteit',
            },
        ),
        migrations.CreateModel(
            name='ParentageDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('parent_born_abroad', models.BooleanField(verbose_name='minstens één ouder in het buitenland geboren')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'afkomst van de ouders',
            },
        ),
        migrations.CreateModel(
            name='PartnerOrganisation',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('external_id', models.TextField(blank=True, null=True, verbose_name='nummer bij de partner')),
                ('davinci_number', models.TextField(blank=True, null=True, verbose_name='DAVINCI-instellingsnummer')),
                ('name', models.TextField(blank=True, null=True, verbose_name='naam')),
                ('street_code', models.CharField(blank=True, max_length=4, null=True, verbose_name='straatcode')),
                ('street', models.TextField(blank=True, null=True, verbose_name='straat')),
                ('house_number', models.TextField(blank=True, null=True, verbose_name='huisnummer')),
                ('box_number', models.TextField(blank=True, null=True, verbose_name='busnummer')),
                ('municipality_code', models.CharField(blank=True, max_length=5, null=True, verbose_name='NIS-code van de gemeente')),
                ('postcode', models.CharField(blank=True, max_length=6, null=True, verbose_name='postcode')),
                ('municipality', models.TextField(blank=True, null=True, verbose_name='gemeente')),
                ('country_iso', models.CharField(blank=True, max_length=3, null=True, verbose_name='ISO-code van het land')),
                ('country_code', models.CharField(blank=True, max_length=3, null=True, verbose_name='NIS-code van het land')),
                ('country', models.TextField(blank=True, null=True, verbose_name='land')),
                ('address_changed_on', models.CharField(blank=True, max_length=10, null=True, verbose_name='adres gewijzigd op')),
                ('address_source', models.CharField(blank=True, max_length=8, null=True, verbose_name='authentieke bron van het adres')),
                ('contact', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to='people.contactdetails', verbose_name='contactgegevens')),
            ],
            options={
                'verbose_name': 'partnerorganisatie',
                'verbose_name_plural': 'partnerorganisaties',
            },
        ),
        migrations.CreateModel(
            name='PersonDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('birth_year', models.SmallIntegerField(blank=True, null=True, verbose_name='geboortejaar')),
                ('sex', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='sex', max_length=64, null=True, verbose_name='geslacht')),
                ('sex_given', baken.ledger.fields.GivenCodeField(blank=True, null=True, to='ledger.PartnerCode', verbose_name='code zoals gegeven')),
                ('birth_country', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='country', max_length=64, null=True, verbose_name='geboorteland')),
                ('particulars', baken.ledger.fields.ReferenceField(blank=True, null=True, to='people.Particulars', verbose_name='personalia')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'persoonsgegevens',
            },
        ),
        migrations.CreateModel(
            name='Particulars',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('birth_date', models.CharField(blank=True, max_length=10, null=True, verbose_name='geboortedatum')),
                ('person_name', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='people.personname', verbose_name='naam')),
            ],
            options={
                'verbose_name': 'personalia',
                'verbose_name_plural': 'personalia',
            },
        ),
        migrations.CreateModel(
            name='NamePart',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('family', models.BooleanField(verbose_name='achternaam')),
                ('text', models.CharField(blank=True, default='', max_length=48, verbose_name='tekst')),
                ('usual', models.BooleanField(blank=True, null=True, verbose_name='gebruikelijke voornaam')),
                ('person_name', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, to='people.personname', verbose_name='naam')),
            ],
            options={
                'verbose_name': 'deel van een naam',
                'verbose_name_plural': 'delen van een naam',
            },
        ),
        migrations.AddField(
            model_name='contactdetails',
            name='person_name',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.CASCADE, to='people.personname', verbose_name='naam'),
        ),
        migrations.CreateModel(
            name='ReligiousMinistryNoted',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('minister', models.BooleanField(verbose_name='bedienaar van een erkende eredienst')),
                ('recognised_before_2007', models.BooleanField(blank=True, null=True, verbose_name='gemeenschap erkend vóór 2007')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'bediening van een eredienst',
            },
        ),
        migrations.CreateModel(
            name='ResidenceApplied',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'verblijf aangevraagd',
            },
        ),
        migrations.CreateModel(
            name='ResidenceGranted',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('ground', baken.ledger.fields.CodeField(as_given=True, codelist='residence_ground', max_length=64, verbose_name='verblijfsgrond')),
                ('until', models.DateField(blank=True, null=True, verbose_name='tot')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'verblijfsgrond',
            },
        ),
        migrations.CreateModel(
            name='ResidenceRegistered',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('municipality', baken.ledger.fields.CodeField(as_given=False, codelist='municipality', max_length=64, verbose_name='gemeente')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'inschrijving in een gemeente',
            },
        ),
        migrations.CreateModel(
            name='ResidenceTitleDescribed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('temporary_purpose', models.BooleanField(blank=True, null=True, verbose_name='kan nooit langer dan een jaar duren')),
                ('over_three_months', models.BooleanField(blank=True, null=True, verbose_name='eerste titel langer dan drie maanden')),
                ('employer_abroad', models.BooleanField(blank=True, null=True, verbose_name='in dienst van een buitenlandse werkgever')),
                ('other_ground', models.BooleanField(blank=True, null=True, verbose_name='nog een andere grond dan het verzoek om bescherming')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'kenmerken van de verblijfstitel',
            },
        ),
        migrations.CreateModel(
            name='Suspicion',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('one', models.BigIntegerField(verbose_name='persoon')),
                ('other', models.BigIntegerField(db_index=True, verbose_name='andere persoon')),
                ('reasons', models.CharField(max_length=80, verbose_name='redenen')),
            ],
            options={
                'verbose_name': 'vermoeden van dubbel',
                'verbose_name_plural': 'vermoedens van dubbels',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='suspicion_once')],
            },
        ),
        migrations.CreateModel(
            name='WithdrawalCardIssued',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'kaart M uitgereikt',
            },
        ),
    ]
