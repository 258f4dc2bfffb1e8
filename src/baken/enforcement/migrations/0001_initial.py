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
            name='CaseActivityDone',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('activity', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='case_activity', max_length=64, null=True, verbose_name='activiteit')),
                ('kbi_id', models.CharField(blank=True, max_length=36, null=True, verbose_name='KBI-nummer van de activiteit')),
                ('comment', baken.ledger.fields.ReferenceField(blank=True, null=True, to='people.Note', verbose_name='commentaar')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'activiteit in het feitenrelaas',
            },
        ),
        migrations.CreateModel(
            name='CaseLetterMade',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('document', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='unpublished', max_length=64, null=True, verbose_name='type document')),
                ('document_given', baken.ledger.fields.GivenCodeField(blank=True, null=True, to='ledger.PartnerCode', verbose_name='code zoals gegeven')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'communicatie in het feitenrelaas',
            },
        ),
        migrations.CreateModel(
            name='CorrectionFormMade',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('kbi_id', models.CharField(blank=True, max_length=36, null=True, verbose_name='KBI-nummer van het document')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='ondertekend op')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'rechtzettingsformulier',
            },
        ),
        migrations.CreateModel(
            name='DefenceReceived',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('content', baken.ledger.fields.ReferenceField(blank=True, null=True, to='people.Note', verbose_name='wat de persoon aanvoert')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'verweer ontvangen',
            },
        ),
        migrations.CreateModel(
            name='FineDecided',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('outcome', baken.ledger.fields.CodeField(as_given=False, codelist='fine_decision', max_length=64, verbose_name='beslissing')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, verbose_name='bedrag')),
                ('motivation', baken.ledger.fields.ReferenceField(blank=True, null=True, to='people.Note', verbose_name='motivering')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'beslissing over een boete',
            },
        ),
        migrations.CreateModel(
            name='FinePaid',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=8, verbose_name='bedrag')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'boete betaald',
            },
        ),
        migrations.CreateModel(
            name='InfringementForwarded',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'inbreuk doorgestuurd',
            },
        ),
        migrations.CreateModel(
            name='InfringementFound',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('place', models.BigIntegerField(blank=True, null=True, verbose_name='plaats in het dossier')),
                ('as_written', models.TextField(blank=True, null=True, verbose_name='schrijfwijze van het register')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('kind', baken.ledger.fields.CodeField(as_given=True, blank=True, codelist='infringement_kind', max_length=64, null=True, verbose_name='type inbreuk')),
                ('authority', baken.ledger.fields.CodeField(as_given=False, blank=True, codelist='sanctioning_authority', max_length=64, null=True, verbose_name='sanctionerende overheid')),
                ('notice_sent_on', models.DateField(blank=True, null=True, verbose_name='ingebrekestelling verzonden op')),
                ('motivation', baken.ledger.fields.ReferenceField(blank=True, null=True, to='people.Note', verbose_name='motivering')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'inbreuk vastgesteld',
            },
        ),
        migrations.CreateModel(
            name='NoticeSent',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('infringement', baken.ledger.fields.SubjectField(kind='infringement', verbose_name='inbreuk')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'ingebrekestelling verzonden',
            },
        ),
    ]
