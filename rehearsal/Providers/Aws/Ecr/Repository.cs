using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Ecr;

/// <summary>A repository of ECR. Its id is its name.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/ecr/repository.go</c>.</remarks>
internal sealed class Repository : IResourceType
{
    private const string Encryption = "encryptionConfigurations";
    private const string Scanning = "imageScanningConfiguration";
    private const string Mutability = "imageTagMutability";

    public string Token => "aws:ecr/repository:Repository";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { Encryption, Scanning, Mutability, "name", "tags" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { Encryption, "name" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "tags" };

    public PropertyMap Defaults { get; } = PropertyMap.Of((Mutability, "MUTABLE"));

    public int? GeneratedNameLength => 256;

    public bool IsRegional => true;

    public bool BearsPolicy => true;

    public string Creating(PropertyMap inputs) => $"creating ECR Repository ({inputs.Text("name")})";

    public string? Deleting(string id, AwsException refused) => refused.Code == "RepositoryNotEmptyException"
        ? $"ECR Repository ({id}) not empty, consider using force_delete"
        : null;

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var name = inputs.Text("name")!;
        var encryption = (inputs.Json(Encryption) as JsonArray)?.FirstOrDefault();
        var request = new
        {
            repositoryName = name,
            imageTagMutability = inputs.Text(Mutability),
            imageScanningConfiguration = Scan(inputs),
            encryptionConfiguration = encryption is null
                ? null
                : new { encryptionType = (string?)encryption["encryptionType"] ?? "AES256", kmsKey = (string?)encryption["kmsKey"] },
            tags = AwsTags.ToAws(inputs.TextMap("tags")),
        };
        await LostAnswer.SettleAsync(
            () => aws.EcrAsync("CreateRepository", request),
            () => AsAsked.IsThereAsync(this, aws, name, inputs, Mutability, "tags")).ConfigureAwait(false);
        return new CreatedResource(name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var answer = await aws.EcrAsync("DescribeRepositories", new { repositoryNames = new[] { id } }).ConfigureAwait(false);
        var repository = answer["repositories"]![0]!;
        var arn = (string)repository["repositoryArn"]!;
        var listed = await aws.EcrAsync("ListTagsForResource", new { resourceArn = arn }).ConfigureAwait(false);
        var tags = AwsTags.FromAws(listed["tags"]);
        var encryption = repository["encryptionConfiguration"];
        return PropertyMap.Of(
            ("arn", arn),
            (Encryption, ImmutableArray.Create<object?>(PropertyMap.Of(
                ("encryptionType", (string?)encryption?["encryptionType"]), ("kmsKey", (string?)encryption?["kmsKey"] ?? "")).Values)),
            (Scanning, PropertyMap.Of(("scanOnPush", (bool?)repository["imageScanningConfiguration"]?["scanOnPush"] ?? false)).Values),
            (Mutability, (string?)repository["imageTagMutability"]),
            ("name", (string?)repository["repositoryName"]),
            ("region", aws.Target.Region),
            ("registryId", (string?)repository["registryId"]),
            ("repositoryUrl", (string?)repository["repositoryUri"]),
            ("tags", tags),
            ("tagsAll", tags));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        var changed = this.Differences(before, after);
        if (changed.Contains(Mutability))
        {
            await aws.EcrAsync("PutImageTagMutability", new { repositoryName = id, imageTagMutability = after.Text(Mutability) })
                .ConfigureAwait(false);
        }

        if (changed.Contains(Scanning))
        {
            await aws.EcrAsync("PutImageScanningConfiguration", new { repositoryName = id, imageScanningConfiguration = Scan(after) })
                .ConfigureAwait(false);
        }

        var resourceArn = $"arn:{aws.Target.Partition}:ecr:{aws.Target.Region}:{aws.Target.Account}:repository/{id}";
        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            tags => aws.EcrAsync("TagResource", new { resourceArn, tags }),
            tagKeys => aws.EcrAsync("UntagResource", new { resourceArn, tagKeys })).ConfigureAwait(false);
        return id;
    }

    // ECR refuses one that holds images.
    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => aws.EcrAsync("DeleteRepository", new { repositoryName = id });

    public async Task<JsonNode?> PolicyAsync(AwsClient aws, string arn)
    {
        var repositoryName = arn.Split(":repository/")[1];
        var answer = await Absence.OrNullAsync(() => aws.EcrAsync("GetRepositoryPolicy", new { repositoryName })).ConfigureAwait(false);
        return answer is null ? null : JsonNode.Parse((string)answer["policyText"]!);
    }

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var answer = await account.Aws.EcrAsync("DescribeRepositories", new { }).ConfigureAwait(false);
        return AccountSnapshot.Arns(answer["repositories"], "repositoryArn");
    }

    private static object Scan(PropertyMap inputs) => new { scanOnPush = (bool?)inputs.Json(Scanning)?["scanOnPush"] ?? false };
}
